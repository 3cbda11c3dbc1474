import type { RequestInput } from '@warren/contracts';
import { randomNumbers } from '@warren/testing';

type Row = RequestInput<'members.import'>['rows'][number];

/** Made-up members: about eight facets each, of about a thousand, a few of them much more common than the rest. */
export function* madeUpMembers(count: number): Iterable<Row> {
  const next = randomNumbers(12_345);
  const draw = (words: readonly string[]): string => words[Math.floor(next() ** 2.2 * words.length)] ?? '';
  const some = (words: readonly string[], most: number): string[] =>
    Array.from({ length: Math.round(next() ** 1.5 * most) }, () => draw(words));
  for (let line = 1; line <= count; line += 1) {
    const isWeaver = next() < 0.01;
    const skills = [...some(skillWords, 8), ...(isWeaver ? ['skill 300', 'skill 310', 'skill 320'] : [])];
    yield {
      line,
      member: {
        external_id: `m-${line}`,
        email: `m${line}@example.org`,
        first_name: `First${line}`,
        last_name: `Last${line % 5_000}`,
        role: draw(roleWords),
        location: draw(townWords),
        bio: next() < 0.6 ? `Member ${line} makes things at night and would like to meet others who do.` : '',
        skills: [...new Set(skills)].map((skill) => (next() < 0.3 ? skill.toUpperCase() : skill)),
        interests: [...new Set(some(interestWords, 5))],
        looking_for: [...new Set(some(skillWords.slice(0, 100), 2))],
      },
    };
  }
}

const words = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${word} ${at}`);
const skillWords = words('skill', 500);
const interestWords = words('interest', 300);
const roleWords = words('role', 50);
const townWords = words('town', 50);
