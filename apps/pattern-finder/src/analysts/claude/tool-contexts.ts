import { Injectable } from '@nestjs/common';
import type { Candidate, CommunityAnalysis } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { PatternGate } from '../../gate/pattern-gate.ts';
import { PatternSaver } from '../../gate/pattern-saver.ts';
import type { Claim } from '../../run-state/claims.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { RunSteps } from '../run-steps.ts';
import type { Turn } from './conversation.ts';
import { ModelAnalysis } from './presentation/model-analysis.ts';
import { shownMembers } from './presentation/shown-members.ts';
import { shownWords } from './presentation/shown-words.ts';
import type { ToolContext } from './tools/tool.ts';

/** Makes the context that the tools of one turn share. */
@Injectable()
export class ToolContexts {
  constructor(
    private readonly requests: RequestClient,
    private readonly steps: RunSteps,
    private readonly gate: PatternGate,
    private readonly saver: PatternSaver,
  ) {}

  of(claim: Claim, run: RunRow, turns: readonly Turn[], signal: AbortSignal): ToolContext {
    let requested: Promise<CommunityAnalysis> | undefined;
    const analysis = async (): Promise<CommunityAnalysis> =>
      (requested ??= this.steps.analysis(claim, run.focusAreas, signal));
    return {
      requests: this.requests,
      gate: this.gate,
      saver: this.saver,
      signal,
      analysis,
      membersShown: () => shownMembers(turns),
      wordsShown: () => shownWords(turns),
      candidates: async () => {
        const shown = candidatesShown(turns);
        return shown.length > 0 ? shown : (await analysis()).candidates;
      },
    };
  }
}

/** The candidates in the tool results of earlier turns: those that an id from the model can refer to. */
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
