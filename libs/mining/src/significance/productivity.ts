import type { RuleContext } from '../context/mining-context.ts';
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
 * The probability that the members of the second part carry the first at least as often as they do if the two parts
 * are independent given how much each member lists, and the lift of that count. The members of the second part are
 * fixed; the chances of the first are scaled on their odds to expect its members (`scaledToCount`). So facets that
 * belong together do not lend their strength to one that merely occurs beside them.
 */
export function splitTail(
  { counting }: Pick<RuleContext, 'counting'>,
  classes: MemberClasses,
  first: Part,
  second: Part,
): { p: number; lift: number } {
  const carrying = counting.atLeast(first.facets, first.k);
  const among = counting.atLeast(second.facets, second.k);
  const chances = scaledToCount(classes, chanceOfAtLeast(classes, first.facets, first.k), carrying.length);
  if (!chances) {
    return { p: 1, lift: 0 };
  }
  const counts = new Uint32Array(classes.counts.length);
  for (const member of among) {
    const c = classes.classOf[member] ?? 0;
    counts[c] = (counts[c] ?? 0) + 1;
  }
  const both = overlap(carrying, among);
  const trials = { chances, counts };
  return { p: upperTail(trials, both), lift: both / meanOf(trials) };
}

/**
 * Chances with their odds multiplied by one factor so that they expect a count over all members: the maximum entropy
 * correction for one more margin. Undefined where no factor does.
 */
export function scaledToCount(
  { counts }: Pick<MemberClasses, 'counts'>,
  chances: Float64Array,
  observed: number,
): Float64Array | undefined {
  const possible = chances.reduce((sum, chance, c) => sum + (chance > 0 ? (counts[c] ?? 0) : 0), 0);
  if (observed <= 0 || observed >= possible) {
    return undefined;
  }
  let logFactor = 0;
  for (let step = 0; step < 100; step++) {
    const factor = Math.exp(logFactor);
    let sum = 0;
    let slope = 0;
    for (let c = 0; c < chances.length; c++) {
      const chance = scaleOdds(chances[c] ?? 0, factor);
      sum += chance * (counts[c] ?? 0);
      slope += chance * (1 - chance) * (counts[c] ?? 0);
    }
    if (Math.abs(sum - observed) < 1e-6 * observed) {
      return chances.map((chance) => scaleOdds(chance, factor));
    }
    logFactor += Math.max(-2, Math.min(2, (observed - sum) / slope));
  }
  return undefined;
}

function scaleOdds(chance: number, factor: number): number {
  return (chance * factor) / (1 - chance + chance * factor);
}

/**
 * Returns whether a set is productive (Webb 2010): in each split of it into two parts the two go together beyond
 * chance, at a level that allows for every facet that could have been added.
 */
export function isProductive(
  context: Pick<RuleContext, 'counting'>,
  classes: MemberClasses,
  facets: readonly number[],
  level: number,
): boolean {
  return splitsOf(facets).every(([part, rest]) => splitTail(context, classes, part, rest).p <= level);
}

/** Returns whether each facet of a group is carried beyond chance by the members who carry enough of the others. */
export function isCohesive(
  context: Pick<RuleContext, 'counting'>,
  classes: MemberClasses,
  group: Part,
  level: number,
): boolean {
  return facetsApart(group).every(([facet, rest]) => splitTail(context, classes, facet, rest).p <= level);
}

/** All splits of a set into two parts, the smaller first; none for a pair, which is tested as a whole. */
export function splitsOf(facets: readonly number[]): [Part, Part][] {
  const size = facets.length;
  if (size < 3) {
    return [];
  }
  // The last facet stays in the second part, so that each split occurs once.
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
  if (facets.length < 3) {
    return [];
  }
  return facets.map((facet) => {
    const rest = facets.filter((other) => other !== facet);
    return [
      { facets: [facet], k: 1 },
      { facets: rest, k: Math.min(rest.length, Math.max(2, k - 1)) },
    ];
  });
}
