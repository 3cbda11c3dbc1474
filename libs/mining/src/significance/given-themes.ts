import { largestSet } from '../context/test-family.ts';
import { carriersOf, countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { heldMarginsTail } from '../null-model/held-margins.ts';
import type { CombinationClass } from '../null-model/held-margins.ts';
import type { KindFit } from '../null-model/null-model.ts';
import { upperTail } from '../null-model/poisson-binomial.ts';
import { profilesOf } from './conditional-test.ts';
import type { Finding } from './finding.ts';

/**
 * The probability that at least as many members carry k of some facets as do, given which of them carry the themes among
 * these, with what they list left to chance. The null model of the search knows how many themes each member carries and
 * not which; but a theme that only those carry who write much, and so list much, goes with everything that is listed, and
 * would pass for going together with it. Undefined where the facets are not themes and facets of one other kind.
 */
export function tailGivenThemes(
  membership: Membership,
  fits: readonly KindFit[],
  { facets, k, observed }: Pick<Finding, 'facets' | 'k' | 'observed'>,
): number | undefined {
  const [themes, other, ...more] = fits.toSorted(
    (a, b) => Number(b.kind === 'theme') - Number(a.kind === 'theme'),
  );
  if (themes?.kind !== 'theme' || other === undefined || more.length > 0) {
    return undefined;
  }
  const isIn = (fit: KindFit) => (facet: number) => facet >= fit.from && facet < fit.to;
  const own = facets.filter(isIn(other));
  const classes = classesOf(membership, facets.filter(isIn(themes)), other, own);
  const trials = {
    chances: Float64Array.from(classes, ({ already = 0, chances }) => chanceOfAtLeast(chances, k - already)),
    counts: classes.map(({ count }) => count),
  };
  const isHeld = profilesOf(other) !== undefined && facets.length <= largestSet;
  const margins = own.map((facet) => countOf(membership, facet));
  const held = isHeld ? heldMarginsTail(classes, margins, k, observed) : undefined;
  return Math.min(upperTail(trials, observed), held ?? 1);
}

/** Members who carry equally many of the themes and list equally many facets of the other kind. */
function classesOf(
  membership: Membership,
  themes: readonly number[],
  other: KindFit,
  own: readonly number[],
): CombinationClass[] {
  const carried = new Map<number, number>();
  for (const theme of themes) {
    for (const member of carriersOf(membership, theme)) {
      carried.set(member, (carried.get(member) ?? 0) + 1);
    }
  }
  const byThemes = Array.from({ length: themes.length + 1 }, () => new Uint32Array(other.levels.length));
  const add = (already: number, level: number, by: number): void => {
    const counts = byThemes[already];
    if (counts) {
      counts[level] = (counts[level] ?? 0) + by;
    }
  };
  // Everybody carries none, but for the few who are moved.
  other.levelOf.forEach((level) => add(0, level, 1));
  for (const [member, already] of carried) {
    const level = other.levelOf[member] ?? 0;
    add(0, level, -1);
    add(already, level, 1);
  }
  const profile = profilesOf(other);
  const chances = Array.from(other.levels, (_degree, level) =>
    profile ? profile.of(level, own) : independently(own.map((facet) => other.chance(level, facet))),
  );
  return byThemes.flatMap((counts, already) =>
    Array.from(counts, (count, level): CombinationClass => ({
      count,
      already,
      chances: chances[level] ?? new Float64Array(1),
    })).filter(({ count }) => count > 0),
  );
}

/** Chances of each combination of independent facets. */
function independently(own: readonly number[]): Float64Array {
  return Float64Array.from({ length: 1 << own.length }, (_, mask) =>
    own.reduce((product, chance, at) => product * (mask & (1 << at) ? chance : 1 - chance), 1),
  );
}

function chanceOfAtLeast(chances: Float64Array, least: number): number {
  return Math.min(
    1,
    chances.reduce((sum, chance, mask) => (bitsOf(mask) >= least ? sum + chance : sum), 0),
  );
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) {
    bits += 1;
  }
  return bits;
}
