import type { Counting } from '../membership/counting.ts';
import { overlap } from '../membership/counting.ts';
import type { MemberClasses } from '../null-model/null-model.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { chanceOfAtLeast } from '../null-model/rule-chance.ts';

/** A part of a rule: at least k of some facets. */
export interface Part {
  readonly facets: readonly number[];
  readonly k: number;
}

/**
 * How probable it is that the members of the second part carry the first at least as often as they do, if nothing
 * but their inclination joined the two. The members of the second part are taken as they are, with what each of
 * them lists; the chances of the first are moved by one common factor on their odds until they expect, over all
 * members, what was observed: the maximum entropy correction for one more kept count. So facets that belong
 * together do not lend their strength to one that only stands by.
 */
export function splitTail(
  classes: MemberClasses,
  counting: Counting,
  first: Part,
  second: Part,
): { p: number; lift: number } {
  const carrying = counting.atLeast(first.facets, first.k);
  const among = counting.atLeast(second.facets, second.k);
  const chances = calibrated(classes, chanceOfAtLeast(classes, first.facets, first.k), carrying.length);
  if (!chances) return { p: 1, lift: 0 };
  const counts = new Uint32Array(classes.counts.length);
  for (const member of among) {
    const found = classes.classOf[member] ?? 0;
    counts[found] = (counts[found] ?? 0) + 1;
  }
  const both = overlap(carrying, among);
  const trials = { chances, counts };
  return { p: upperTail(trials, both), lift: both / meanOf(trials) };
}

/** Chances with their odds multiplied by one factor, so that they sum to a count; undefined where none does. */
export function calibrated(
  { counts }: Pick<MemberClasses, 'counts'>,
  chances: Float64Array,
  observed: number,
): Float64Array | undefined {
  const possible = chances.reduce((sum, chance, c) => sum + (chance > 0 ? (counts[c] ?? 0) : 0), 0);
  if (observed <= 0 || observed >= possible) return undefined;
  let logFactor = 0;
  for (let step = 0; step < 100; step++) {
    const factor = Math.exp(logFactor);
    let sum = 0;
    let slope = 0;
    for (let c = 0; c < chances.length; c++) {
      const moved = shifted(chances[c] ?? 0, factor);
      sum += moved * (counts[c] ?? 0);
      slope += moved * (1 - moved) * (counts[c] ?? 0);
    }
    if (Math.abs(sum - observed) < 1e-6 * observed) return chances.map((chance) => shifted(chance, factor));
    logFactor += Math.max(-2, Math.min(2, (observed - sum) / slope));
  }
  return undefined;
}

function shifted(chance: number, factor: number): number {
  return (chance * factor) / (1 - chance + chance * factor);
}

/**
 * Whether a set is productive (Webb 2010): each way to split it into two parts is itself beyond chance, at a
 * level that allows for every facet that could have been added.
 */
export function isProductive(
  classes: MemberClasses,
  counting: Counting,
  facets: readonly number[],
  level: number,
): boolean {
  return splitsOf(facets).every(([part, rest]) => splitTail(classes, counting, part, rest).p <= level);
}

/** Whether each facet of a group goes with the others: beyond chance among members who carry enough of the rest. */
export function isCohesive(classes: MemberClasses, counting: Counting, group: Part, level: number): boolean {
  return facetsApart(group).every(([facet, rest]) => splitTail(classes, counting, facet, rest).p <= level);
}

/** Every way to split a set into two parts, the smaller first; none of a pair, which is tested as a whole. */
export function splitsOf(facets: readonly number[]): [Part, Part][] {
  const size = facets.length;
  if (size < 3) return [];
  // The last facet stays in the second part, so that each split is met once.
  return Array.from({ length: (1 << (size - 1)) - 1 }, (_, at) => {
    const mask = at + 1;
    const a = facets.filter((_facet, place) => mask & (1 << place));
    const b = facets.filter((_facet, place) => !(mask & (1 << place)));
    const [small = a, large = b] = [a, b].sort((x, y) => x.length - y.length);
    return [
      { facets: small, k: small.length },
      { facets: large, k: large.length },
    ];
  });
}

/** Each facet of a group, and enough of the rest. */
export function facetsApart({ facets, k }: Part): [Part, Part][] {
  if (facets.length < 3) return [];
  return facets.map((facet) => {
    const rest = facets.filter((other) => other !== facet);
    return [
      { facets: [facet], k: 1 },
      { facets: rest, k: Math.min(rest.length, Math.max(2, k - 1)) },
    ];
  });
}
