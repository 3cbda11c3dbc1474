import type { Candidate } from '@warren/contracts';
import type { Claim } from '../../run-state/claims.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import type { Turn } from './conversation.ts';
import { ModelAnalysis } from './presentation/model-analysis.ts';
import type { RunSteps } from '../run-steps.ts';
import { shownMembers } from './presentation/shown-members.ts';
import type { ToolContext } from './tools/tool.ts';

/** What the tools of one turn may use. */
export function toolContext(
  steps: RunSteps,
  claim: Claim,
  run: RunRow,
  turns: readonly Turn[],
  stopped: AbortSignal,
): ToolContext {
  let asked: ReturnType<RunSteps['analysis']> | undefined;
  const analysis = (): ReturnType<RunSteps['analysis']> =>
    (asked ??= steps.analysis(claim, run.focusAreas, stopped));
  return {
    steps,
    stopped,
    analysis,
    membersShown: () => shownMembers(turns),
    candidates: async () => {
      const shown = candidatesShown(turns);
      return shown.length > 0 ? shown : (await analysis()).candidates;
    },
  };
}

/** The candidates in the tool results of earlier turns: what an id the model gives can mean. */
function candidatesShown(turns: readonly Turn[]): Pick<Candidate, 'id' | 'rule'>[] {
  return turns.flatMap(({ results }) =>
    (results ?? []).flatMap(({ content, is_error }) => {
      if (is_error === true || typeof content !== 'string') {
        return [];
      }
      const analysis = ModelAnalysis.safeParse(JSON.parse(content));
      return analysis.success ? analysis.data.candidates : [];
    }),
  );
}
