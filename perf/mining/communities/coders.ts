import type { Profiles } from '@warren/mining/test/communities';
import { normal } from '@warren/mining/test/random';
import type { Random } from '@warren/mining/test/random';

/** Number of themes of a codebook, and of themes that a member is coded for on average. */
export const themesInCodebook = 24;
const meanCoded = 3;

/** How a model codes texts in which nothing goes together with what members list. */
interface Coding {
  /** How much each member writes, 1 on average; given how many facets each lists. */
  readonly writing: (random: Random, listed: readonly number[]) => number[];
  /** Power of what a member writes in the chance of a theme: at 3 only those who write most are coded for it. */
  readonly steepness: (theme: number) => number;
  /** Share of members who are coded for a theme whatever they write; undefined: by what they write. */
  readonly broad: (theme: number) => number | undefined;
  /** Groups of members that the model sees and nobody else, each with a part of the themes; 0 for none. */
  readonly bunches: number;
  /** Share of members whose texts were read. */
  readonly read: number;
}

/** Codes by how much each member writes, and nothing else. */
export const plainCoder: Coding = {
  writing: (random, listed) => listed.map(() => Math.exp(0.7 * normal(random) - 0.245)),
  steepness: () => 1,
  broad: () => undefined,
  bunches: 0,
  read: 1,
};
/** Who lists more writes more, besides chance. */
const long: Coding['writing'] = (random, listed) => {
  const mean = listed.reduce((sum, count) => sum + count, 0) / Math.max(1, listed.length);
  return listed.map((count) => ((count + 0.5) / (mean + 0.5)) * Math.exp(0.3 * normal(random) - 0.045));
};
const broad: Coding['broad'] = (theme) => [0.6, 0.55, 0.45][theme];

/** The coders by name: none of them knows what a member lists, though some know how much. */
export const coders: Readonly<Record<string, Coding>> = {
  plain: plainCoder,
  bunched: { ...plainCoder, bunches: 4 },
  long: { ...plainCoder, writing: long },
  steep: { ...plainCoder, writing: long, steepness: (theme) => [0.3, 1, 3][theme % 3] ?? 1 },
  broad: { ...plainCoder, broad },
  partial: { ...plainCoder, read: 0.4 },
  worst: { writing: long, steepness: (theme) => [0.5, 1, 2][theme % 3] ?? 1, broad, bunches: 4, read: 0.6 },
};

/** Codes members by chance alone, given how many facets each lists; returns each member's themes. */
export function codeByChance(random: Random, coding: Coding, listed: readonly number[]): Profiles {
  const writing = coding.writing(random, listed);
  const popularity = Array.from({ length: themesInCodebook }, (_, theme) => (theme + 4) ** -0.6);
  const bunchOf = popularity.map(() => Math.floor(random() * coding.bunches));
  const total = popularity.reduce((sum, weight) => sum + weight, 0);
  return writing.map((written) => {
    // Two members of five are in none of the groups.
    const bunch = random() < 0.6 ? Math.floor(random() * coding.bunches) : -1;
    const isRead = random() < coding.read;
    return new Set(
      popularity.flatMap((weight, theme) => {
        const share = coding.broad(theme);
        const seen = coding.bunches === 0 ? 1 : bunchOf[theme] === bunch ? 3 : 0.4;
        const odds = (meanCoded * weight * seen * written ** coding.steepness(theme)) / total;
        const chance = share ?? odds / (1 + odds);
        return random() < chance && isRead ? [theme] : [];
      }),
    );
  });
}
