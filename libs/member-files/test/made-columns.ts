/** Makers of checkbox columns for tests: the options are known, and every member ticks at random. */

/** A column of answers as a form writes them, and the options that were ticked at least once. */
export interface MadeColumn {
  kind: string;
  cells: string[];
  options: Set<string>;
}

/** Random numbers from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (
  'welding baking sewing chess choir gardening fundraising bookkeeping tutoring driving photography carpentry ' +
  'knitting pottery accounting marketing design coaching mentoring translation editing publishing research teaching ' +
  'painting plumbing cooking catering training advocacy logistics recruiting networking writing illustration data ' +
  'analysis statistics robotics electronics brewing cycling hiking climbing sailing swimming dancing theatre film ' +
  'radio podcasting law finance strategy governance archives libraries museums heritage ecology forestry farming ' +
  'beekeeping nutrition health nursing counselling childcare eldercare transport housing energy water recycling'
).split(' ');
const acronyms = 'PR IT UX UI QA HR AI GIS CAD SEO CRM'.split(' ');

/** Ways to write an option of a form; each takes words of its own. */
const shapes: Record<string, (word: () => string, random: () => number) => string[]> = {
  plain: (word, random) => [random() < 0.5 ? capital(word()) : `${capital(word())} ${word()}`],
  commas: (word, random) => [
    random() < 0.5
      ? `${capital(word())}, ${word()}, or ${word()}`
      : `${capital(word())}, ${acronyms[Math.floor(random() * acronyms.length)]} & ${word()}`,
  ],
  brackets: (word) => [`${capital(word())} (${word()}, ${word()})`, `${capital(word())} (${word()})`],
  and: (word, random) => [
    random() < 0.5
      ? `${capital(word())}, ${word()} and ${word()}`
      : `${capital(word())} and ${word()}, ${word()}, and more`,
  ],
  prefixes: (word) => {
    const shared = capital(word());
    return [`${shared}, ${word()}`, `${shared}, ${word()}`, `${shared}, ${word()}`];
  },
  suffixes: (word) => {
    const shared = word();
    return [`${capital(word())}, ${shared}`, `${capital(word())}, ${shared}`];
  },
  capitals: (word) => [`${capital(word())}, ${capital(word())}, ${capital(word())}`],
};

/** Kinds of options there are. */
export const optionKinds = Object.keys(shapes);

/** Makes a column whose options are plain and of one further kind; without one, plain alone. */
export function madeColumn(kind: string, members: number, random: () => number): MadeColumn {
  const left = [...words];
  const word = (): string => left.splice(Math.floor(random() * left.length), 1)[0] ?? 'more';
  const options: { text: string; chance: number }[] = [];
  const size = 5 + Math.floor(random() * 8);
  while (options.length < size) {
    const shape = shapes[random() < 0.5 ? kind : 'plain'];
    for (const text of shape?.(word, random) ?? []) {
      options.push({ text, chance: 0.05 + 0.4 * random() });
    }
  }
  const isShuffled = random() < 0.3;
  const ticked = new Set<string>();
  const cells = Array.from({ length: members }, () => {
    const chosen = options.filter(({ chance }) => random() < chance).map(({ text }) => text);
    if (isShuffled) {
      chosen.sort(() => random() - 0.5);
    }
    for (const text of chosen) {
      ticked.add(text);
    }
    return chosen.join(', ');
  });
  return { kind, cells, options: ticked };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
