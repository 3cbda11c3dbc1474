import { Injectable } from '@nestjs/common';
import type { Claim } from '../../../run-state/claims.ts';
import type { RunRow } from '../../../run-state/run.entity.ts';
import { RunSteps } from '../../run-steps.ts';
import { CandidateMemory } from './candidate-memory.ts';
import { changedSince } from './changed-candidates.ts';
import type { Changes } from './changed-candidates.ts';
import { IntroductionMemory } from './introduction-memory.ts';
import type { ToldIntroduction } from './introduction-memory.ts';
import { PatternMemory } from './pattern-memory.ts';

/** What a run is told of earlier ones. */
interface Remembered {
  readonly patterns: object[];
  readonly morePatterns: number;
  readonly introductions: ToldIntroduction[];
  /** In a run for which little is new: what of the analysis is, and the candidates that it has seen with that. */
  readonly changes?: Changes;
}

/** Reads what earlier runs found, for the first message of a later one. */
@Injectable()
export class EarlierRuns {
  constructor(
    private readonly candidates: CandidateMemory,
    private readonly patterns: PatternMemory,
    private readonly introductions: IntroductionMemory,
    private readonly steps: RunSteps,
  ) {}

  /** @param fewTexts whether few of the texts are new, so that the candidates decide whether little is */
  async read(claim: Claim, run: RunRow, fewTexts: boolean, signal: AbortSignal): Promise<Remembered> {
    const changes = fewTexts ? await this.changes(claim, run, signal) : undefined;
    const { patterns, more } = await this.patterns.read(signal, changes !== undefined);
    const introductions = await this.introductions.read();
    return { patterns, morePatterns: more, introductions, ...(changes === undefined ? {} : { changes }) };
  }

  /** Undefined where the whole analysis is to be read: a focus is to be looked into, or too much of it is new. */
  private async changes(claim: Claim, run: RunRow, signal: AbortSignal): Promise<Remembered['changes']> {
    const before = run.focusAreas.length === 0 ? await this.candidates.seenBefore(run) : undefined;
    if (before === undefined) {
      return undefined;
    }
    return changedSince(before, await this.steps.analysis(claim, [], signal));
  }
}
