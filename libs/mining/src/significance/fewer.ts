import { activeInAll, leastExpected } from '../context/apart-family.ts';
import type { RuleContext } from '../context/mining-context.ts';
import type { TestFamily } from '../context/test-family.ts';
import type { EffectThresholds } from '../context/thresholds.ts';
import { overlap } from '../membership/counting.ts';
import { carriersOf, countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { withoutFacets } from '../membership/without-facets.ts';
import { liftInterval } from '../null-model/intervals.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { profilesOf } from './conditional-test.ts';

/** The kinds of a pair of facets. */
export type PairFamily = Pick<TestFamily, 'fits' | 'classes'>;

/** A number of members with both facets against the expected one, with the probability of as few. */
export interface FewerTest {
  readonly expected: number;
  readonly p: number;
}

/** Returns whether a count is far enough below the expected one, as `meetsThresholds` asks of counts above. */
export function isFewer(
  { minLift, described }: EffectThresholds,
  observed: number,
  expected: number,
): boolean {
  return (
    expected >= leastExpected &&
    observed * minLift <= expected &&
    liftInterval(observed, expected, described).high * minLift <= 1
  );
}

/**
 * Tests whether fewer members have both facets of a pair than expected, by two null models of which the weaker result
 * counts. The one is that of the search, given how many facets each member lists: within one kind exactly, since who
 * lists a single facet has no second one, and would pass for keeping apart. The other lets the two be independent,
 * whatever else members list: the first expects much of members who list much, but where a structure made their lists
 * long, these are no sign of anything else.
 */
export function testFewer(
  membership: Membership,
  { fits, classes }: PairFamily,
  [a, b]: readonly [number, number],
  observed: number,
): FewerTest {
  const [first, second] = fits;
  const together =
    first && !second ? bothOfKind(first, classes.levelsOf(first.kind), a, b) : bothOfTwo(classes, a, b);
  const active = activeInAll(fits);
  const shares = [a, b].map((facet) => {
    const fit = fits.find(({ from, to }) => facet >= from && facet < to);
    return countOf(membership, facet) / Math.max(1, fit?.active ?? 0);
  });
  const independent =
    first && !second
      ? // Whoever has the rarer one has the other by chance.
        { chances: [Math.max(...shares)], counts: [Math.min(...[a, b].map((f) => countOf(membership, f)))] }
      : { chances: [(shares[0] ?? 0) * (shares[1] ?? 0)], counts: [active] };
  const tests = [
    { chances: together, counts: classes.counts },
    { chances: Float64Array.from(independent.chances), counts: independent.counts },
  ];
  return {
    expected: Math.min(...tests.map(meanOf)),
    p: Math.max(...tests.map((trials) => lowerTail(trials, observed))),
  };
}

/**
 * Tests a pair again without the facets that go together with either of the two. Members of a structure have less room
 * for anything else, so each of its facets seems to keep apart from what is common outside; without the structure's other
 * facets the same members list as much as others do.
 */
export function testFewerAlone(
  context: RuleContext,
  family: PairFamily,
  pair: readonly [number, number],
  observed: number,
): FewerTest {
  const companions = new Set(pair.flatMap((facet) => companionsOf(context, family, facet)));
  for (const facet of pair) {
    companions.delete(facet);
  }
  if (companions.size === 0) {
    return testFewer(context.membership, family, pair, observed);
  }
  const membership = withoutFacets(context.membership, companions);
  const model = nullModelOf(membership);
  const kinds = family.fits.map(({ kind }) => kind);
  const rest = { fits: kinds.map((kind) => model.fit(kind)), classes: model.classes(kinds) };
  return testFewer(membership, rest, pair, observed);
}

/** Least share of those who list anything of a kind that two facets without a common member cover, to be its only answers. */
const coveredByTwo = 0.9;

/**
 * Returns whether two facets look like answers to one question of a form that takes one: nobody has both, and either
 * the two cover nearly everybody, or a third one excludes both of them as well, where margins would let many have both.
 * Such facets keep apart because of the form.
 */
export function areAlternatives(
  membership: Membership,
  { fits }: PairFamily,
  [a, b]: readonly [number, number],
  observed: number,
  together: (a: number, b: number) => number,
): boolean {
  const [fit, ...others] = fits;
  if (!fit || others.length > 0 || observed > 0) {
    return false;
  }
  const [one, other] = [countOf(membership, a), countOf(membership, b)];
  if (one + other >= coveredByTwo * fit.active) {
    return true;
  }
  const isExpected = (facet: number) =>
    countOf(membership, facet) * Math.min(one, other) >= leastExpected * fit.active;
  return Array.from({ length: fit.to - fit.from }, (_, at) => fit.from + at).some(
    (third) =>
      third !== a && third !== b && isExpected(third) && together(a, third) === 0 && together(b, third) === 0,
  );
}

/** Facets of the kinds of a pair that go together with a facet beyond chance, at a level that allows for all of them. */
function companionsOf({ membership, model, q }: RuleContext, { fits }: PairFamily, facet: number): number[] {
  const carriers = carriersOf(membership, facet);
  const own = fits.find(({ from, to }) => facet >= from && facet < to);
  return fits.flatMap((fit) => {
    const classes = model.classes([fit.kind, own?.kind ?? fit.kind]);
    return Array.from({ length: fit.to - fit.from }, (_, at) => fit.from + at).filter((other) => {
      const observed = other === facet ? 0 : overlap(carriers, carriersOf(membership, other));
      const trials = { chances: bothOfTwo(classes, facet, other), counts: classes.counts };
      return observed > meanOf(trials) && upperTail(trials, observed) * membership.facets.length <= q;
    });
  });
}

function bothOfTwo(classes: PairFamily['classes'], a: number, b: number): Float64Array {
  const others = classes.chances(b);
  return classes.chances(a).map((chance, c) => chance * (others[c] ?? 0));
}

/** Chance of both facets of one kind, for each class, given exactly how many of the kind a member lists. */
function bothOfKind(
  fit: PairFamily['fits'][number],
  levels: Uint32Array,
  a: number,
  b: number,
): Float64Array {
  const profiles = profilesOf(fit);
  return Float64Array.from(levels, (level) => {
    const degree = fit.levels[level] ?? 0;
    const [one, other] = [fit.chance(level, a), fit.chance(level, b)];
    if (degree < 2) {
      return 0;
    }
    if (one > 0.5 || other > 0.5) {
      return Math.max(0, one + other - 1);
    }
    // Beyond the work that conditioning is worth, the share that it leaves of members with equally common facets.
    return profiles ? (profiles.of(level, [a, b])[3] ?? 0) : (one * other * (degree - 1)) / degree;
  });
}

/** The probability of at most so many successes: of at least as many failures as are left. */
function lowerTail(
  { chances, counts }: { chances: Float64Array; counts: Uint32Array | readonly number[] },
  most: number,
): number {
  let trials = 0;
  for (const count of counts) {
    trials += count;
  }
  return upperTail({ chances: chances.map((chance) => 1 - chance), counts }, trials - most);
}
