import {
  MiningCancelled,
  applyChanges,
  buildMembership,
  evaluateRule,
  mergeWithWhole,
  mine as mineMembership,
  proposeIntroductions,
  withEvaluations,
} from '@warren/mining';
import type { Candidate, MemberFacets, CancellationSignal } from '@warren/mining';
import { startUnder } from './cancellation-flag.ts';
import type { MemberBatches, MinedCandidate, MiningJobs, Outcome, Posted } from './mining-jobs.ts';
import { createReceiver } from './posted-membership.ts';

/** State that this thread keeps between jobs. */
const state = { receive: createReceiver() };

/** Mines a membership. */
export const mine = job<'mine'>(({ membership, settings, focus, untested }, signal) => {
  const { tested, candidates, links, demand } = mineMembership(state.receive(membership), {
    ...settings,
    focus,
    untested,
    signal,
  });
  return { tested, candidates: candidates.map(withoutMembers), links, demand };
});

/** Evaluates a rule with the same statistics as the mining that proposes rules. */
export const evaluate = job<'evaluate'>(({ membership, settings, rule, known, untested }) => {
  const result = known && { candidates: [known] };
  const { member_ids, sides, ...evaluated } = evaluateRule(state.receive(membership), rule, {
    ...settings,
    untested,
    result,
  });
  return {
    ...evaluated,
    member_ids: Float64Array.from(member_ids),
    sides: sides && { givers: Float64Array.from(sides.givers), seekers: Float64Array.from(sides.seekers) },
  };
});

/** Combines the evaluated findings of a focus with the candidates of the whole community in it. */
export const unite = job<'unite'>(({ membership, found, evaluations, ofWhole }) =>
  mergeWithWhole(state.receive(membership), withEvaluations(found, evaluations), ofWhole),
);

/** Proposes introductions. */
export const introduce = job<'introduce'>(({ membership, answers, known, most }, signal) =>
  proposeIntroductions(state.receive(membership), answers, { known, most, signal }),
);

/** Builds a membership of all members. */
export const build = job<'build'>((members) => buildMembership(membersOf(members)));

/** Applies changes to a membership. */
export const change = job<'change'>(({ membership, present, gone }) => {
  const before = state.receive(membership);
  const left = gone.map((id) => ({ id, facets: null }));
  const { facets, ...arrays } = applyChanges(before, [...membersOf(present), ...left]);
  return { ...arrays, facets: facets === before.facets ? undefined : facets };
});

function job<Name extends keyof MiningJobs>(
  work: (input: MiningJobs[Name]['input'], signal: CancellationSignal) => MiningJobs[Name]['result'],
): (posted: Posted<MiningJobs[Name]['input']>) => Outcome<MiningJobs[Name]['result']> {
  return ({ input, flag }) => {
    const signal = startUnder(flag);
    if (signal.aborted) {
      return { stopped: signal.reason };
    }
    try {
      return { result: work(input, signal) };
    } catch (error) {
      if (error instanceof MiningCancelled) {
        return { stopped: signal.reason };
      }
      throw error;
    }
  };
}

function withoutMembers({
  id,
  category,
  basis,
  rule,
  facets,
  statistics,
  member_ids,
}: Candidate): MinedCandidate {
  return { id, category, basis, rule, facets, statistics, member_count: member_ids.length };
}

function* membersOf({ batches, keys }: MemberBatches): Iterable<MemberFacets> {
  for (const { ids, ends, items } of batches) {
    let start = 0;
    for (const [at, id] of ids.entries()) {
      const end = ends[at] ?? start;
      yield { id, facets: Array.from(items.subarray(start, end), (place) => keys[place] ?? '') };
      start = end;
    }
  }
}
