import { createRandom } from '@warren/mining/test/random';

/** A made-up member, as a line of an NDJSON file. */
export interface MadeUpMember {
  external_id: string;
  email: string;
  first_name: string;
  last_name: string;
  bio: string;
  role: string;
  location: string;
  skills: string[];
  interests: string[];
  looking_for: string[];
}

const roles = ['Engineer', 'Teacher', 'Designer', 'Carpenter', 'Nurse', 'Cook', 'Gardener', 'Writer'];

/** Draws members one after another, about 340 bytes each as NDJSON: the first labels are the most common. */
export function* madeUpMembers(count: number, seed = 11): Generator<MadeUpMember> {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const some = (word: string, kinds: number, most: number): string[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => `${word} ${below(1 + below(kinds))}`)),
  ];
  for (let number = 1; number <= count; number += 1) {
    yield {
      external_id: `m-${number}`,
      email: `member${number}@example.org`,
      first_name: `First${below(5_000)}`,
      last_name: `Last${below(50_000)}`,
      bio: `Member ${number} makes things, "mostly" at night, and likes to meet others who do.`,
      role: roles[below(roles.length)] ?? '',
      location: `Town ${below(300)}`,
      skills: some('skill', 800, 5),
      interests: some('interest', 400, 4),
      looking_for: some('skill', 800, 2),
    };
  }
}

/** The formats a made-up community can be written in. */
export type WrittenFormat = 'ndjson' | 'csv';

/** Writes members in a format, piece by piece. */
export function* writtenMembers(members: Iterable<MadeUpMember>, format: WrittenFormat): Generator<string> {
  let names: string[] | undefined;
  let piece = '';
  for (const member of members) {
    if (format === 'csv' && names === undefined) {
      names = Object.keys(member);
      piece += `${names.join(',')}\r\n`;
    }
    piece +=
      format === 'ndjson'
        ? `${JSON.stringify(member)}\n`
        : `${Object.values<string | string[]>({ ...member })
            .map(cellOf)
            .join(',')}\r\n`;
    if (piece.length > 1_000_000) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function cellOf(value: string | string[]): string {
  const text = Array.isArray(value) ? value.join('; ') : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
