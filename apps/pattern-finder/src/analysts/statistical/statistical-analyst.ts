import { Injectable } from '@nestjs/common';
import type { Candidate, CommunityAnalysis } from '@warren/contracts';
import { failpoint } from '@warren/messaging';
import { NearDuplicate, Rejection } from '../../evidence/rejection.ts';
import { PatternGate } from '../../gate/pattern-gate.ts';
import { PatternSaver } from '../../gate/pattern-saver.ts';
import type { SaveOutcome } from '../../gate/pattern-saver.ts';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import { ErasureEpoch } from '../../run-state/erasure-epoch.ts';
import type { RunSignals } from '../../run-state/run-signals.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import type { PatternAnalyst } from '../pattern-analyst.ts';
import { withRejection } from '../rejections.ts';
import { RunSteps } from '../run-steps.ts';
import { unknownFocus } from '../unknown-focus.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { fillTemplate } from './templates/index.ts';

/** Variants of saving a candidate: with all its facets in the name if the short name is taken, or as an existing pattern. */
interface SaveOptions {
  readonly wholeName?: boolean;
  readonly patternId?: number;
}

/** The analyst that needs no API key: saves the best candidates of each category, with text from templates. */
@Injectable()
export class StatisticalAnalyst implements PatternAnalyst {
  constructor(
    private readonly steps: RunSteps,
    private readonly claims: Claims,
    private readonly erasureEpoch: ErasureEpoch,
    private readonly gate: PatternGate,
    private readonly saver: PatternSaver,
  ) {}

  async analyse(claim: Claim, run: RunRow, { cancelled }: RunSignals): Promise<string> {
    const analysis = await this.steps.analysis(claim, run.focusAreas, cancelled);
    const unknown = unknownFocus(analysis);
    if (unknown !== undefined) {
      return unknown;
    }
    const names: string[] = [];
    for (const candidate of chooseCandidates(analysis.candidates)) {
      cancelled.throwIfAborted();
      const saved = await this.save(claim, candidate, cancelled);
      names.push(...saved.flatMap(({ name, held }) => (held ? [] : [name])));
      await failpoint('tool.after-commit');
    }
    return summary(analysis, [...new Set(names)]);
  }

  private async save(claim: Claim, candidate: Candidate, signal: AbortSignal): Promise<SaveOutcome[]> {
    try {
      const { row, saved } = await this.saveAs(claim, candidate, signal, {});
      await this.steps.reportOutcome(row, saved);
      return [saved];
    } catch (error) {
      if (!(error instanceof Rejection)) {
        throw error;
      }
      const subject = { name: fillTemplate(candidate).name, ground: `candidate ${candidate.id}` };
      const row = await this.claims.unlessCancelled(claim, (_em, run) => {
        run.rejected = withRejection(run.rejected, subject, error).rejected;
        return Promise.resolve(run);
      });
      await this.steps.reportOutcome(row, error);
      return [];
    }
  }

  private async saveAs(
    claim: Claim,
    candidate: Candidate,
    signal: AbortSignal,
    options: SaveOptions,
  ): Promise<{ row: RunRow; saved: SaveOutcome }> {
    const text = fillTemplate(candidate, options.wholeName);
    const input = {
      ...text,
      candidate_id: candidate.id,
      ...(options.patternId === undefined ? {} : { pattern_id: options.patternId }),
    };
    try {
      return await this.erasureEpoch.retryIfErased(async (assertNotErased) => {
        const checked = await this.gate.check(input, [candidate], [], signal);
        return this.claims.unlessCancelled(claim, async (em, run) => {
          await assertNotErased(em);
          return { row: run, saved: await this.saver.save(em, run, checked) };
        });
      });
    } catch (error) {
      if (error instanceof NearDuplicate && options.patternId === undefined) {
        return this.reobserve(claim, candidate, signal, error);
      }
      if (error instanceof Rejection && error.kind === 'name_taken' && options.wholeName !== true) {
        return this.saveAs(claim, candidate, signal, { ...options, wholeName: true });
      }
      throw error;
    }
  }

  /**
   * Treats a near duplicate as the saved pattern: it keeps its rule if that still holds, else adopts the candidate's.
   * A pattern that this run has already saved is rejected as a near duplicate.
   */
  private async reobserve(
    claim: Claim,
    candidate: Candidate,
    signal: AbortSignal,
    near: NearDuplicate,
  ): Promise<{ row: RunRow; saved: SaveOutcome }> {
    const found = await this.erasureEpoch.retryIfErased(async (assertNotErased) => {
      const today = await this.gate.evaluateSaved(near.patternId);
      return this.claims.unlessCancelled(claim, async (em, run) => {
        await assertNotErased(em);
        if ([...run.patterns.map(({ id }) => id), ...run.heldPatterns].includes(near.patternId)) {
          throw near;
        }
        return today && { row: run, saved: await this.saver.reobserve(em, run, near.patternId, today) };
      });
    });
    return found ?? this.saveAs(claim, candidate, signal, { patternId: near.patternId });
  }
}

function summary(analysis: CommunityAnalysis, names: readonly string[]): string {
  const looked = `${analysis.total_active_members} members, ${analysis.tested} sets tested`;
  return names.length === 0
    ? `Nothing stands out (${looked}).`
    : `${names.length} patterns (${looked}): ${names.join('; ')}.`;
}
