import type { CommunityAnalysis } from '@warren/contracts';
import type { CandidatesSeen } from '../../../run-state/run.entity.ts';
import { candidatesForModel } from '../presentation/model-analysis.ts';
import type { ModelCandidate } from '../presentation/model-analysis.ts';

/** Share of the candidates that may be new: above it the whole analysis is to be read again. */
const mostNew = 0.25;

/** Candidates that are new or changed since a run saw them, for the model; `member_count_then` of those that are not new. */
export interface ChangedCandidates {
  readonly candidates: (ModelCandidate & { member_count_then?: number })[];
  /** Others of them, for which there is no room. */
  readonly more_candidates: number;
}

/** What a run is told of, and what it has seen with that: what there was no room for is new to the next one too. */
export interface Changes {
  readonly told: ChangedCandidates;
  readonly seen: CandidatesSeen;
}

/** The candidates of an analysis, for a later run to compare its own with. */
export function candidatesSeen({ candidates }: Pick<CommunityAnalysis, 'candidates'>): CandidatesSeen {
  return Object.fromEntries(candidates.map(({ id, basis, member_count }) => [id, [basis, member_count]]));
}

/** The candidates with another basis or number of members than a run saw; undefined where too many are new. */
export function changedSince(
  seen: CandidatesSeen,
  { candidates }: Pick<CommunityAnalysis, 'candidates'>,
): Changes | undefined {
  const before = new Map(Object.entries(seen));
  const changed = candidates.filter(({ id, basis, member_count }) => {
    const [basisThen, membersThen] = before.get(id) ?? [];
    return basisThen !== basis || membersThen !== member_count;
  });
  if (changed.filter(({ id }) => !before.has(id)).length > mostNew * candidates.length) {
    return undefined;
  }
  const shown = candidatesForModel(changed);
  const told = new Set(shown.map(({ id }) => id));
  const untold = new Set(changed.flatMap(({ id }) => (told.has(id) ? [] : [id])));
  return {
    told: {
      candidates: shown.map((candidate) => {
        const then = before.get(candidate.id)?.[1];
        return then === undefined ? candidate : { ...candidate, member_count_then: then };
      }),
      more_candidates: untold.size,
    },
    seen: {
      ...candidatesSeen({ candidates: candidates.filter(({ id }) => !untold.has(id)) }),
      ...Object.fromEntries([...before].filter(([id]) => untold.has(id))),
    },
  };
}
