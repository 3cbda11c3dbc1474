import { toCandidate } from './candidate.ts';
import { findStrengths } from './categories/strengths.ts';
import { findWishes } from './categories/wishes.ts';
import { chooseShared } from './categories/shared.ts';
import { createCounting } from './counting.ts';
import { createRate, grade } from './false-discovery.ts';
import type { Finding, Floors } from './finding.ts';
import { surprise } from './finding.ts';
import { joinHubs } from './categories/hubs.ts';
import { facetIndex } from './membership.ts';
import type { Membership } from './membership.ts';
import { NULL_MODEL_VERSION, nullModelOf } from './null-model.ts';
import { findPairs } from './pairs.ts';
import type { Candidate, MiningResult } from './result.ts';
import { createSharpening } from './sharpen.ts';
import { LARGEST_SET, findSets } from './sets.ts';
import { checkStop } from './stop.ts';
import type { StopSignal } from './stop.ts';
import { toStructures } from './structures.ts';
import { SCOPES, createUniverse, testsOfSize } from './universe.ts';
import type { Universe } from './universe.ts';

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
  readonly signal?: StopSignal;
  /** At most so many candidates that chance may explain, 20. */
  readonly maxShared?: number;
}

/** Finds what runs through a membership; the same membership and options give the same result, byte for byte. */
export function mine(membership: Membership, options: MiningOptions = {}): MiningResult {
  const { q = 0.05, minLift = 1.2, minMembers = 3, maxSetSize = LARGEST_SET, maxShared = 20 } = options;
  const { focus, signal } = options;
  const model = nullModelOf(membership);
  const counting = createCounting(membership);
  const focused =
    focus && new Set([...focus].map((key) => facetIndex(membership, key)).filter((at) => at >= 0));

  const universes = SCOPES.flatMap(
    (scope) => createUniverse(membership, model, scope, minMembers, focused) ?? [],
  );
  const sizes = universes.map((universe) =>
    Array.from({ length: universe.largest - 1 }, (_, at) => testsOfSize(universe, at + 2)).filter(
      (tests) => tests > 0,
    ),
  );
  const families = sizes.flat().length;
  const floors: Floors = { minLift, minMembers, described: membership.described, families, membership };

  const neighbours = new Map<Universe, ReadonlyMap<number, ReadonlySet<number>>>();
  const findings: Finding[] = [];
  for (const universe of universes) {
    checkStop(signal);
    const pairs = findPairs(membership, universe, floors, signal);
    const near = withinKinds(universe, pairs.neighbours, universes, neighbours);
    neighbours.set(universe, near);
    const sets = findSets(universe, counting, near, maxSetSize, floors, signal);
    for (const found of [pairs.findings, sets]) for (const finding of found) findings.push(finding);
  }
  const { sharpen, sharpenNearest } = createSharpening(membership, families, signal);
  const graded = grade(sharpenNearest(findings), families);
  const rate = createRate(graded, families);
  const significant = graded.filter((finding) => finding.q <= q);
  const structures = toStructures(significant, {
    counting,
    sharpen,
    floors,
    q,
    neighbours,
    rate,
    insides: new WeakMap(),
    signal,
  });
  const { hubs, rest } = joinHubs(
    membership,
    structures.map((finding) => ({ ...finding, q: rate(finding) })),
    floors,
  );
  const beyond = [
    ...hubs,
    ...rest.map((finding) => toCandidate(membership, counting, finding, 'beyond_chance')),
  ].sort(mostSurprisingFirst);
  const shared = chooseShared(graded, structures, q, maxShared).map((finding) =>
    toCandidate(membership, counting, finding, 'shared'),
  );
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
      fits: [...new Set(universes.flatMap(({ fits }) => fits))].map(({ kind, iterations, error }) => ({
        kind,
        iterations,
        error,
      })),
    },
    candidates: [
      ...beyond,
      ...findWishes(membership, minMembers, focus),
      ...findStrengths(membership, clusters, minMembers, focus),
      ...shared,
    ],
  };
}

/** Across two kinds sets also grow along the pairs found within each of them. */
function withinKinds(
  universe: Universe,
  across: ReadonlyMap<number, ReadonlySet<number>>,
  universes: readonly Universe[],
  found: ReadonlyMap<Universe, ReadonlyMap<number, ReadonlySet<number>>>,
): ReadonlyMap<number, ReadonlySet<number>> {
  if (universe.kinds.length === 1) return across;
  const joined = new Map([...across].map(([facet, near]) => [facet, new Set(near)]));
  for (const kind of universe.kinds) {
    const single = universes.find(({ kinds }) => kinds.length === 1 && kinds[0] === kind);
    for (const [facet, near] of (single && found.get(single)) ?? []) {
      const known = joined.get(facet);
      if (known) for (const other of near) known.add(other);
    }
  }
  return joined;
}

function mostSurprisingFirst(a: Candidate, b: Candidate): number {
  const of = ({ statistics: { observed, expected } }: Candidate) =>
    surprise({ observed, expected: expected ?? observed });
  return of(b) - of(a) || (a.id < b.id ? -1 : 1);
}
