import type { Membership } from '@warren/mining';
import {
  createMiningContext,
  facetIndex,
  falsePositivesByCounting,
  grade,
  testConditionally,
  testGroup,
} from '@warren/mining/internals';
import type { Finding } from '@warren/mining/internals';

/**
 * Number of planted groups that the same test finds when it is given the planted sets: they alone are tested, with the
 * same effect thresholds and q. `denominator` is the number of tests they answer for: every rule that could have been
 * tested, as in mining, or the planted ones only, which no method that has to search can match.
 */
export function oracle(
  membership: Membership,
  groups: readonly (readonly string[])[],
  denominator: 'whole search' | 'planted only',
): number {
  const context = createMiningContext(membership, {}, [{ kinds: ['skill'], largest: 8 }]);
  const [family] = context.testFamilies;
  if (!family) {
    return 0;
  }
  const whole = denominator === 'whole search';
  const best = groups.flatMap((group): Finding[] => {
    const indices = group.map((key) => facetIndex(membership, key)).sort((a, b) => a - b);
    const findings = testGroup(context, family, indices).map((finding) =>
      testConditionally(context, finding),
    );
    const least = findings.reduce<Finding | undefined>((a, b) => (a && a.p <= b.p ? a : b), undefined);
    if (!least) {
      return [];
    }
    return [whole ? least : { ...least, tested: groups.length * findings.length }];
  });
  // Each group gave one finding at most, and groups share no facet.
  return grade(best, falsePositivesByCounting(whole ? context.familyCount : 1)).filter(
    ({ q }) => q <= context.q,
  ).length;
}
