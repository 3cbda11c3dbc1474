import { Injectable } from '@nestjs/common';
import type { CommunityAnalysis } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Rejection } from '../evidence/rejection.ts';
import type { SaveOutcome } from '../gate/pattern-saver.ts';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import { RunProgressPublisher } from '../run-state/run-progress.ts';
import type { RunRow } from '../run-state/run.entity.ts';

/** Steps that every analyst takes: the analysis, guarded by the claim, and the report of a save or a rejection. */
@Injectable()
export class RunSteps {
  constructor(
    private readonly requests: RequestClient,
    private readonly claims: Claims,
    private readonly progress: RunProgressPublisher,
  ) {}

  /** Requests the analysis of the community and records in the run how many sets were tested. */
  async analysis(
    claim: Claim,
    focusAreas: readonly string[],
    signal: AbortSignal,
  ): Promise<CommunityAnalysis> {
    const analysis = await this.requests.ask(
      'community.analyse',
      { focus_areas: [...focusAreas] },
      { signal },
    );
    const row = await this.claims.unlessCancelled(claim, (_em, run) => {
      run.tested = analysis.tested;
      return Promise.resolve(run);
    });
    const found = `${analysis.candidates.length} candidates out of ${analysis.tested} sets tested`;
    await this.progress.publish(
      row,
      'analysed',
      `${analysis.total_active_members} members analysed: ${found}.`,
    );
    return analysis;
  }

  /**
   * Publishes a save or a rejection. Anybody may listen to it, so it names no pattern that events do not tell of, and
   * nothing that an analyst wrote and nobody has checked: that is in the run.
   */
  async reportOutcome(
    run: RunRow,
    outcome: SaveOutcome | Rejection,
    of: 'pattern' | 'introduction' = 'pattern',
  ): Promise<void> {
    if (outcome instanceof Rejection) {
      const what = of === 'pattern' ? 'A pattern' : 'An introduction';
      await this.progress.publish(run, 'refused', `${what} was rejected (${outcome.kind}).`);
      return;
    }
    await this.progress.publish(run, 'saved', reportOf(outcome));
  }

  /** Publishes that the analyst proposed an introduction, and nothing of whom. */
  async reportIntroduction(run: RunRow, held: boolean): Promise<void> {
    const what = held ? 'An introduction is held for the operator.' : 'An introduction is proposed.';
    await this.progress.publish(run, 'introduced', what);
  }
}

function reportOf(outcome: SaveOutcome): string {
  if (outcome.held) {
    return `Pattern ${outcome.id} is held for the operator.`;
  }
  const name = outcome.published ? `"${outcome.name}"` : `pattern ${outcome.id}, of a small group`;
  return outcome.created ? `Saved ${name}.` : `Found ${name} again.`;
}
