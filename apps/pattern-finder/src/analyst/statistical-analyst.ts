import { Injectable } from '@nestjs/common';
import type { Candidate, CommunityAnalysis } from '@warren/contracts';
import { NameTaken, Refused } from '../patterns/grounds.ts';
import { Claims } from '../runs/claims.ts';
import type { Claim } from '../runs/claims.ts';
import type { RunSignals } from '../runs/run-signals.ts';
import type { RunRow } from '../runs/run.entity.ts';
import type { PatternAnalyst } from './analyst.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { RunSteps } from './run-steps.ts';
import { unknownFocus } from './unknown-focus.ts';
import { wordsFor } from './words-for.ts';

/** The analyst that needs no key: takes the best candidates of each category and names them by template. */
@Injectable()
export class StatisticalAnalyst implements PatternAnalyst {
  constructor(
    private readonly steps: RunSteps,
    private readonly claims: Claims,
  ) {}

  async analyse(claim: Claim, run: RunRow, { stopped }: RunSignals): Promise<string> {
    const analysis = await this.steps.analysis(claim, run.focusAreas, stopped);
    const unknown = unknownFocus(analysis);
    if (unknown !== undefined) {
      return unknown;
    }
    const names: string[] = [];
    for (const candidate of chooseCandidates(analysis.candidates)) {
      await this.claims.ensureMine(claim, stopped);
      const saved = await this.save(claim, candidate, stopped);
      names.push(...saved);
    }
    return summary(analysis, names);
  }

  private async save(claim: Claim, candidate: Candidate, stopped: AbortSignal): Promise<string[]> {
    try {
      return [await this.saveNamed(claim, candidate, stopped)];
    } catch (error) {
      if (!(error instanceof Refused)) {
        throw error;
      }
      const { name } = wordsFor(candidate);
      const row = await this.claims.unlessCancelled(claim, (_em, run) => {
        this.steps.noteRefusal(run, name, error);
        return Promise.resolve(run);
      });
      await this.steps.told(row, error, name);
      return [];
    }
  }

  private async saveNamed(
    claim: Claim,
    candidate: Candidate,
    stopped: AbortSignal,
    wholeName = false,
  ): Promise<string> {
    const input = { ...wordsFor(candidate, wholeName), candidate_id: candidate.id };
    const checked = await this.steps.check(input, [candidate], stopped);
    try {
      const { row, saved } = await this.claims.unlessCancelled(claim, async (em, run) => ({
        row: run,
        saved: await this.steps.save(em, run, checked),
      }));
      await this.steps.told(row, saved, input.name);
      return saved.name;
    } catch (error) {
      if (error instanceof NameTaken && !wholeName) {
        return this.saveNamed(claim, candidate, stopped, true);
      }
      throw error;
    }
  }
}

function summary(analysis: CommunityAnalysis, names: readonly string[]): string {
  const looked = `${analysis.total_active_members} members, ${analysis.tested} sets tested`;
  return names.length === 0
    ? `Nothing stands out (${looked}).`
    : `${names.length} patterns (${looked}): ${names.join('; ')}.`;
}
