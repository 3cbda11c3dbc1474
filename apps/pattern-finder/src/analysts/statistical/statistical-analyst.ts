import { Injectable } from '@nestjs/common';
import type { Candidate, CommunityAnalysis, SavedPattern } from '@warren/contracts';
import { failpoint } from '@warren/messaging';
import { ErasureEpoch } from '../../run-state/erasure-epoch.ts';
import { NearDuplicate, Rejection } from '../../evidence/rejection.ts';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import type { RunSignals } from '../../run-state/run-signals.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import type { PatternAnalyst } from '../analyst.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { withRefusal } from '../rejections.ts';
import { RunSteps } from '../run-steps.ts';
import { unknownFocus } from '../unknown-focus.ts';
import { wordsFor } from './templates/index.ts';

/** What a candidate comes to: told at length where its short name is taken, or as a pattern that there is already. */
interface As {
  readonly wholeName?: boolean;
  readonly patternId?: number;
}

/** The analyst that needs no key: takes the best candidates of each category and names them by template. */
@Injectable()
export class StatisticalAnalyst implements PatternAnalyst {
  constructor(
    private readonly steps: RunSteps,
    private readonly claims: Claims,
    private readonly erasures: ErasureEpoch,
  ) {}

  async analyse(claim: Claim, run: RunRow, { cancelled: stopped }: RunSignals): Promise<string> {
    const analysis = await this.steps.analysis(claim, run.focusAreas, stopped);
    const unknown = unknownFocus(analysis);
    if (unknown !== undefined) {
      return unknown;
    }
    const names: string[] = [];
    for (const candidate of chooseCandidates(analysis.candidates)) {
      stopped.throwIfAborted();
      const saved = await this.save(claim, candidate, stopped);
      names.push(...saved.map(({ name }) => name));
      await failpoint('tool.after-commit');
    }
    return summary(analysis, [...new Set(names)]);
  }

  private async save(claim: Claim, candidate: Candidate, stopped: AbortSignal): Promise<SavedPattern[]> {
    try {
      const { row, saved } = await this.saveAs(claim, candidate, stopped, {});
      await this.steps.told(row, saved, saved.name);
      return [saved];
    } catch (error) {
      if (!(error instanceof Rejection)) {
        throw error;
      }
      const subject = { name: wordsFor(candidate).name, ground: `candidate ${candidate.id}` };
      const row = await this.claims.unlessCancelled(claim, (_em, run) => {
        run.rejected = withRefusal(run.rejected, subject, error).rejected;
        return Promise.resolve(run);
      });
      await this.steps.told(row, error, subject.name);
      return [];
    }
  }

  private async saveAs(
    claim: Claim,
    candidate: Candidate,
    stopped: AbortSignal,
    as: As,
  ): Promise<{ row: RunRow; saved: SavedPattern }> {
    const words = wordsFor(candidate, as.wholeName);
    const input = {
      ...words,
      candidate_id: candidate.id,
      ...(as.patternId === undefined ? {} : { pattern_id: as.patternId }),
    };
    try {
      return await this.erasures.retryIfErased(async (ensure) => {
        const checked = await this.steps.check(input, [candidate], stopped);
        return this.claims.unlessCancelled(claim, async (em, run) => {
          await ensure(em);
          return { row: run, saved: await this.steps.save(em, run, checked) };
        });
      });
    } catch (error) {
      if (error instanceof NearDuplicate && as.patternId === undefined) {
        return this.meet(claim, candidate, stopped, error);
      }
      if (error instanceof Rejection && error.kind === 'name_taken' && as.wholeName !== true) {
        return this.saveAs(claim, candidate, stopped, { ...as, wholeName: true });
      }
      throw error;
    }
  }

  /**
   * A candidate that is nearly a saved pattern is that pattern: it keeps its rule where that still holds, and takes the
   * candidate's where it does not. One that this run has met already is not told twice.
   */
  private async meet(
    claim: Claim,
    candidate: Candidate,
    stopped: AbortSignal,
    near: NearDuplicate,
  ): Promise<{ row: RunRow; saved: SavedPattern }> {
    const met = await this.erasures.retryIfErased(async (ensure) => {
      const today = await this.steps.saving.gate.today(near.patternId);
      return this.claims.unlessCancelled(claim, async (em, run) => {
        await ensure(em);
        if (run.patterns.some(({ id }) => id === near.patternId)) {
          throw near;
        }
        return (
          today && { row: run, saved: await this.steps.saving.reobserve(em, run, near.patternId, today) }
        );
      });
    });
    return met ?? this.saveAs(claim, candidate, stopped, { patternId: near.patternId });
  }
}

function summary(analysis: CommunityAnalysis, names: readonly string[]): string {
  const looked = `${analysis.total_active_members} members, ${analysis.tested} sets tested`;
  return names.length === 0
    ? `Nothing stands out (${looked}).`
    : `${names.length} patterns (${looked}): ${names.join('; ')}.`;
}
