import { toCandidate } from './categories/to-candidate.ts';
import { findCommonGround } from './categories/common-ground.ts';
import { joinHubs } from './categories/hubs.ts';
import { findMeetings } from './categories/cross-cluster-overlaps.ts';
import { foldNearDuplicates } from './categories/near-duplicates.ts';
import { strongestFirst } from './categories/ranking.ts';
import { MOST_SHARED, chooseShared } from './categories/shared.ts';
import { findStrengths } from './categories/strengths.ts';
import { isTautology } from './categories/tautologies.ts';
import { findWishes } from './categories/wishes.ts';
import { confirm } from './search/retest-without-clear.ts';
import { createCounting } from './membership/counting.ts';
import { byCounting, createRate, grade } from './significance/false-discovery.ts';
import type { Finding, EffectThresholds } from './significance/finding.ts';
import { facetIndex } from './membership/membership.ts';
import type { Membership } from './membership/membership.ts';
import { NULL_MODEL_VERSION, nullModelOf } from './null-model/null-model.ts';
import { findDemand } from './network/demand.ts';
import { chooseLinks } from './network/links.ts';
import type { MiningResult } from './categories/candidate.ts';
import { createSharpening } from './significance/conditional-test.ts';
import { search } from './search/search.ts';
import { LARGEST_SET } from './search/sets.ts';
import { calibrate, isSmall } from './search/permutation/calibration.ts';
import { checkStop } from './context/cancellation.ts';
import type { CancellationSignal } from './context/cancellation.ts';
import { toStructures } from './search/fold-findings.ts';
import { SCOPES, createTestFamily, testsOfSize } from './context/test-family.ts';

/** What an analysis may be told; the defaults are Warren's. */
export interface MiningOptions {
  /** The false discovery rate to hold, 0.05. */
  readonly q?: number;
  /** What the lower end of lift's interval must reach, 1.2. */
  readonly minLift?: number;
  /** Members a rule must have, 3. */
  readonly minMembers?: number;
  /** Facets in a set tested as a set, 5. */
  readonly maxSetSize?: number;
  /** Only candidates with one of these facet keys; rules without them are neither tested nor counted. */
  readonly focus?: ReadonlySet<string>;
  readonly signal?: CancellationSignal;
  /** At most so many candidates that chance may explain, 20. */
  readonly maxShared?: number;
}

/** Finds what runs through a membership; the same membership and options give the same result, byte for byte. */
export function mine(membership: Membership, options: MiningOptions = {}): MiningResult {
  const {
    q = 0.05,
    minLift = 1.2,
    minMembers = 3,
    maxSetSize = LARGEST_SET,
    maxShared = MOST_SHARED,
  } = options;
  const { focus, signal } = options;
  const model = nullModelOf(membership);
  const counting = createCounting(membership);
  const focused =
    focus && new Set([...focus].map((key) => facetIndex(membership, key)).filter((at) => at >= 0));

  const universes = SCOPES.flatMap((scope) => {
    checkStop(signal);
    return createTestFamily(membership, model, scope, minMembers, focused) ?? [];
  });
  const sizes = universes.map((universe) =>
    Array.from({ length: universe.largest - 1 }, (_, at) => testsOfSize(universe, at + 2)).filter(
      (tests) => tests > 0,
    ),
  );
  // Where there can be clusters of both kinds, their meetings are a family of their own.
  const canMeet = universes.some(({ kinds }) => kinds.join() === 'interest,skill');
  const families = sizes.flat().length + (canMeet ? 1 : 0);
  const floors: EffectThresholds = {
    minLift,
    minMembers,
    described: membership.described,
    families,
    membership,
  };

  const { sharpen, sharpenNearest } = createSharpening(membership, families, signal);
  const look = (looked: Membership) => {
    const { findings, neighbours } = search(looked, universes, maxSetSize, floors, signal);
    return { findings: sharpenNearest(findings), neighbours };
  };
  const { findings, neighbours } = look(membership);
  const fits = [...new Set(universes.flatMap((universe) => universe.fits))];
  const byChance = isSmall(membership)
    ? calibrate({ membership, fits, families, findings, q, search: (shuffled) => look(shuffled).findings })
    : byCounting(families);
  const graded = grade(findings, byChance);
  const rate = createRate(graded, byChance);
  const significant = graded.filter((finding) => finding.q <= q);
  const folded = toStructures(significant, {
    counting,
    sharpen,
    floors,
    q,
    neighbours,
    rate,
    insides: new WeakMap(),
    signal,
  });
  const structures = confirm(folded, counting, floors, (finding) => rate(finding) <= q, signal);
  const saysNothing = (finding: Finding) => isTautology(membership, finding);
  const { hubs, rest } = joinHubs(
    membership,
    structures
      .filter((finding) => !saysNothing(finding))
      .map((finding) => ({ ...finding, q: rate(finding) })),
    floors,
  );
  const found = foldNearDuplicates(
    strongestFirst(membership, [
      ...hubs,
      ...rest.map((finding) => {
        checkStop(signal);
        return toCandidate(membership, counting, finding, 'beyond_chance');
      }),
    ]),
  );
  checkStop(signal);
  const beyond = strongestFirst(membership, [
    ...found,
    ...findMeetings(membership, found, floors, q, signal),
  ]);
  const shared = chooseShared(graded, structures, q, maxShared, saysNothing).map((finding) =>
    toCandidate(membership, counting, finding, 'shared'),
  );
  const links = chooseLinks(graded, {
    counting,
    floors,
    q,
    rate,
    structures: folded,
    saysNothing,
    signal,
  });
  const wishes = findWishes(membership, minMembers, focus, signal);
  const clusters = beyond.filter(
    ({ category }) => category === 'skill_cluster' || category === 'interest_theme',
  );
  return {
    members: membership.ids.length,
    described: membership.described,
    facets: membership.facets.length,
    tested: sizes.flat().reduce((sum, tests) => sum + tests, 0),
    families,
    null_model: {
      version: NULL_MODEL_VERSION,
      fits: fits.map(({ kind, iterations, error }) => ({ kind, iterations, error })),
    },
    candidates: [
      ...beyond,
      ...wishes,
      ...findStrengths(membership, clusters, minMembers, focus),
      ...findCommonGround(membership, [...beyond, ...wishes], { minMembers, minLift }, focus, signal),
      ...shared,
    ],
    links,
    demand: findDemand(membership, focus),
  };
}
