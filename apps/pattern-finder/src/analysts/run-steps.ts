import { Injectable } from '@nestjs/common';
import type { CommunityAnalysis, SavedPattern } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Rejection } from '../evidence/rejection.ts';
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

  /** Publishes a save or a rejection. */
  async reportOutcome(run: RunRow, outcome: SavedPattern | Rejection, name: string): Promise<void> {
    if (outcome instanceof Rejection) {
      await this.progress.publish(run, 'refused', `"${name}" was rejected: ${outcome.message}`);
    } else {
      await this.progress.publish(
        run,
        'saved',
        outcome.created ? `Saved "${outcome.name}".` : `Found "${outcome.name}" again.`,
      );
    }
  }
}
