import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hasEnded } from '@warren/contracts';
import type { RunStatus } from '@warren/contracts';
import { Outbox, failpoint } from '@warren/messaging';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import { asReason, endRun } from '../run-state/end-run.ts';
import { ErasureEpoch } from '../run-state/erasure-epoch.ts';
import { retryWhileDatabaseDown } from '../run-state/retry-while-database-down.ts';
import { RunProgressPublisher } from '../run-state/run-progress.ts';
import type { RunRow } from '../run-state/run.entity.ts';

/** Outcome of a job: done, or to be retried. */
export type Outcome = { kind: 'done' } | { kind: 'retry'; inMs: number; reason: string };

/** Longest delay of a retry, whatever a server's `retry-after` says. */
const maxDelayMs = 10 * 60_000;

/** Settles a run: ends it, or releases it for a retry. */
@Injectable()
export class RunSettlement {
  constructor(
    private readonly claims: Claims,
    private readonly outbox: Outbox,
    private readonly erasureEpoch: ErasureEpoch,
    private readonly progress: RunProgressPublisher,
  ) {}

  async end(claim: Claim, status: RunStatus, reason: string | null, text?: string): Promise<Outcome> {
    const row = await this.claims.guarded(claim, async (em, run) => {
      // Both may quote a member who was erased since.
      const redact =
        (await this.erasureEpoch.duringRun(run.startedAt, em))?.redact ?? ((unchanged: string) => unchanged);
      endRun(em, this.outbox, run, status, reason === null ? null : redact(reason));
      run.responseText = text === undefined ? run.responseText : redact(text);
      return run;
    });
    await failpoint('run.after-end');
    await this.progress.publish(
      row,
      'ended',
      // Anybody may listen: what an analyst wrote at the end is in the run.
      row.reason ?? `Ended: ${status}, ${row.patterns.length} patterns, ${row.heldPatterns.length} held.`,
    );
    return { kind: 'done' };
  }

  async release(
    claim: Claim,
    status: 'queued' | 'paused',
    reason: string | null,
    inMs: number,
    why: string,
  ): Promise<Outcome> {
    const releaseRun = async (em: EntityManager, run: RunRow): Promise<RunRow> => {
      const gone = await this.erasureEpoch.duringRun(run.startedAt, em);
      if (run.cancelRequested) {
        endRun(em, this.outbox, run, 'cancelled', 'Cancelled on request.');
        return run;
      }
      run.status = status;
      run.reason = asReason(reason === null ? null : (gone?.redact(reason) ?? reason));
      run.leaseUntil = null;
      // Releasing a run, or waiting for an outage to end, is no failed start.
      run.startsWithoutProgress = Math.max(0, run.startsWithoutProgress - 1);
      return run;
    };
    const row = await retryWhileDatabaseDown(() => this.claims.guarded(claim, releaseRun));
    if (hasEnded(row.status)) {
      await this.progress.publish(row, 'ended', 'Cancelled on request.');
      return { kind: 'done' };
    }
    await this.progress.publish(row, 'queued', why);
    return { kind: 'retry', inMs: Math.min(inMs, maxDelayMs), reason: why };
  }
}
