import type { Membership } from '@warren/mining';
import {
  byCounting,
  createCounting,
  createSharpening,
  createTestFamily,
  facetIndex,
  grade,
  nullModelOf,
  testGroup,
} from '@warren/mining/internals';
import type { Finding } from '@warren/mining/internals';

const Q = 0.05;

/**
 * How many planted groups the same test finds that is told where to look: the planted sets alone are tested, with
 * the same floors and q. `price` says what they answer for: every rule that could have been tested, as in mining,
 * or the planted ones only, which no method that has to search can match.
 */
export function oracle(
  membership: Membership,
  groups: readonly (readonly string[])[],
  price: 'whole search' | 'planted only',
): number {
  const scope = { kinds: ['skill'], largest: 8 } as const;
  const universe = createTestFamily(membership, nullModelOf(membership), scope, 3, undefined);
  if (!universe) return 0;
  const counting = createCounting(membership);
  const families = universe.largest - 1;
  const floors = { minLift: 1.2, minMembers: 3, described: membership.described, families, membership };
  const { sharpen } = createSharpening(membership, families, undefined);
  const whole = price === 'whole search';
  const best = groups.flatMap((group): Finding[] => {
    const indices = group.map((key) => facetIndex(membership, key)).sort((a, b) => a - b);
    const findings = testGroup(universe, counting, indices, floors).map(sharpen);
    const least = findings.reduce<Finding | undefined>((a, b) => (a && a.p <= b.p ? a : b), undefined);
    if (!least) return [];
    return [whole ? least : { ...least, tested: groups.length * findings.length }];
  });
  // Each group gave one finding at most, and groups share no facet.
  return grade(best, byCounting(whole ? families : 1)).filter(({ q }) => q <= Q).length;
}
