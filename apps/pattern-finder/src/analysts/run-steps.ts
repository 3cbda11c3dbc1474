import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type {
  Candidate,
  CommunityAnalysis,
  ReplyOf,
  RequestInput,
  RequestSubject,
  SavePatternInput,
  SavedPattern,
} from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import type { CheckedSave } from '../gate/pattern-gate.ts';
import { PatternSaver } from '../gate/pattern-saver.ts';
import { Rejection } from '../evidence/rejection.ts';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import { RunProgressPublisher } from '../run-state/run-progress.ts';
import type { RunRow } from '../run-state/run.entity.ts';

/** The steps every analyst takes: the analysis, a save, a refusal, each guarded by the claim and told. */
@Injectable()
export class RunSteps {
  constructor(
    private readonly requests: RequestClient,
    private readonly claims: Claims,
    readonly saving: PatternSaver,
    private readonly teller: RunProgressPublisher,
  ) {}

  /** Asks another service, until the run is stopped. */
  async ask<S extends RequestSubject>(
    subject: S,
    input: RequestInput<S>,
    stopped: AbortSignal,
  ): Promise<ReplyOf<S>> {
    return this.requests.ask(subject, input, { signal: stopped });
  }

  /** Asks for the analysis of the community and notes in the run how much was tested. */
  async analysis(
    claim: Claim,
    focusAreas: readonly string[],
    stopped: AbortSignal,
  ): Promise<CommunityAnalysis> {
    const analysis = await this.ask('community.analyse', { focus_areas: [...focusAreas] }, stopped);
    const row = await this.claims.unlessCancelled(claim, (_em, run) => {
      run.tested = analysis.tested;
      return Promise.resolve(run);
    });
    const found = `${analysis.candidates.length} candidates out of ${analysis.tested} sets tested`;
    await this.teller.publish(
      row,
      'analysed',
      `${analysis.total_active_members} members analysed: ${found}.`,
    );
    return analysis;
  }

  /** Notes that the community knows the run's focus: a run that waits for its first turn does not have it analysed again. */
  async noteFocusKnown(claim: Claim): Promise<void> {
    await this.claims.unlessCancelled(claim, (_em, run) => Promise.resolve((run.focusKnown = true)));
  }

  /** The gate's word on a claim; nothing is written yet. @throws Refused */
  async check(
    input: SavePatternInput,
    candidates: readonly Pick<Candidate, 'id' | 'rule'>[],
    stopped: AbortSignal,
  ): Promise<CheckedSave> {
    return this.saving.gate.check(input, candidates, stopped);
  }

  /** Saves inside a guarded transaction of the caller's. @throws Refused */
  async save(em: EntityManager, run: RunRow, checked: CheckedSave): Promise<SavedPattern> {
    return this.saving.save(em, run, checked);
  }

  /** Tells of a save, or of a refusal. */
  async told(run: RunRow, outcome: SavedPattern | Rejection, name: string): Promise<void> {
    if (outcome instanceof Rejection) {
      await this.teller.publish(run, 'refused', `"${name}" was refused: ${outcome.message}`);
    } else {
      await this.teller.publish(
        run,
        'saved',
        outcome.created ? `Saved "${outcome.name}".` : `Met "${outcome.name}" again.`,
      );
    }
  }

  /** Tells of anything else. */
  async tell(run: RunRow, step: 'thinking' | 'tool', message: string): Promise<void> {
    await this.teller.publish(run, step, message);
  }
}
