import type { Candidate } from '../candidates/candidate.ts';
import { foldNearDuplicates } from '../candidates/near-duplicates.ts';
import { strongestFirst } from '../candidates/ranking.ts';
import { isTautology } from '../candidates/tautologies.ts';
import { toCandidate } from '../candidates/to-candidate.ts';
import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { findCrossClusterOverlaps } from './cross-cluster-overlaps.ts';
import { joinHubs } from './hubs.ts';
import type { SearchedRules } from './searched-rules.ts';

/**
 * Candidates beyond chance, strongest first: the structures of the search, those around one hub joined, without
 * tautologies and near duplicates, and clusters of different kinds that overlap.
 */
export function findBeyondChance(
  context: MiningContext,
  _found: readonly Candidate[],
  { structures, rates }: SearchedRules,
): Candidate[] {
  const { membership } = context;
  const rated = structures
    .filter((finding) => !isTautology(membership, finding))
    .map((finding) => ({ ...finding, q: rates.rateOf(finding) }));
  const { hubs, rest } = joinHubs(context, rated);
  const candidates = rest.map((finding) => {
    checkCancelled(context.signal);
    return toCandidate(context, finding, 'beyond_chance');
  });
  const distinct = foldNearDuplicates(membership, strongestFirst(membership, [...hubs, ...candidates]));
  checkCancelled(context.signal);
  return strongestFirst(membership, [...distinct, ...findCrossClusterOverlaps(context, distinct)]);
}
