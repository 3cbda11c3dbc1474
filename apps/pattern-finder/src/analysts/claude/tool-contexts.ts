import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Candidate } from '@warren/contracts';
import type { CommunityAnalysis } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { IntroductionGate } from '../../gate/introductions/introduction-gate.ts';
import { PatternGate } from '../../gate/pattern-gate.ts';
import { PatternSaver } from '../../gate/pattern-saver.ts';
import { IntroductionSaver } from '../../introductions/introduction-saver.ts';
import type { Claim } from '../../run-state/claims.ts';
import type { RunSignals } from '../../run-state/run-signals.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { RunSteps } from '../run-steps.ts';
import type { Transcript } from './conversation.ts';
import { shownData } from './presentation/shown-data.ts';
import { shownMembers } from './presentation/shown-members.ts';
import { shownWords } from './presentation/shown-words.ts';
import { SecondReading } from './reader/second-reading.ts';
import { ProfileReader } from './reading/profile-reader.ts';
import type { ToolContext } from './tools/tool.ts';

/** What shows candidates: an analysis, or a first message that has those that have changed. */
const Shown = z.looseObject({ candidates: z.array(Candidate.pick({ id: true, rule: true })) });

/** Makes the context that the tools of one turn share. */
@Injectable()
export class ToolContexts {
  constructor(
    private readonly requests: RequestClient,
    private readonly steps: RunSteps,
    private readonly gate: PatternGate,
    private readonly saver: PatternSaver,
    private readonly introductionGate: IntroductionGate,
    private readonly introductions: IntroductionSaver,
    private readonly profileReader: ProfileReader,
    private readonly reading: SecondReading,
  ) {}

  of(claim: Claim, run: RunRow, transcript: Transcript, signals: RunSignals): ToolContext {
    const signal = signals.cancelled;
    let requested: Promise<CommunityAnalysis> | undefined;
    const analysis = async (): Promise<CommunityAnalysis> =>
      (requested ??= this.steps.analysis(claim, run.focusAreas, signal));
    // The results of the turn in progress are not among them: a call refers to what the model knew when it made it.
    const data = shownData(transcript);
    return {
      requests: this.requests,
      gate: this.gate,
      saver: this.saver,
      introductionGate: this.introductionGate,
      introductions: this.introductions,
      profileReader: this.profileReader,
      runId: run.id,
      reader: this.reading.of(claim, run, transcript.turns.length, signals),
      signal,
      analysis,
      membersShown: () => shownMembers(data),
      wordsShown: () => shownWords(data),
      candidates: async () => {
        const shown = candidatesShown(data);
        return shown.length > 0 ? shown : (await analysis()).candidates;
      },
    };
  }
}

/** The candidates that the model was shown: those that an id from the model can refer to. */
function candidatesShown(data: readonly unknown[]): Pick<Candidate, 'id' | 'rule'>[] {
  return data.flatMap((value) => Shown.safeParse(value).data?.candidates ?? []);
}
