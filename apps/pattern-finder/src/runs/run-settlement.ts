import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hasEnded } from '@warren/contracts';
import type { RunStatus } from '@warren/contracts';
import { Outbox, failpoint } from '@warren/messaging';
import { ErasureEpoch } from '../run-state/erasure-epoch.ts';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import { asReason, endRun } from '../run-state/end-run.ts';
import { retryWhileDatabaseDown } from '../run-state/retry-while-database-down.ts';
import { RunProgressPublisher } from '../run-state/run-progress.ts';
import type { RunRow } from '../run-state/run.entity.ts';

/** Whether the job is done with, or wants to come again. */
export type Outcome = { kind: 'done' } | { kind: 'again'; inMs: number; reason: string };

/** A job is looked at again after this at the latest, whatever a server's `retry-after` says. */
const longestWaitMs = 10 * 60_000;

/** The two ways a worker lets go of a run: at its end, or so that it is taken up again. */
@Injectable()
export class RunSettlement {
  constructor(
    private readonly claims: Claims,
    private readonly outbox: Outbox,
    private readonly erasures: ErasureEpoch,
    readonly teller: RunProgressPublisher,
  ) {}

  async end(claim: Claim, status: RunStatus, reason: string | null, text?: string): Promise<Outcome> {
    const row = await this.claims.guarded(claim, async (em, run) => {
      // Both may be words about a member who was erased since they were said.
      const redact = (await this.erasures.duringRun(em, run.startedAt))?.redact ?? ((said) => said);
      endRun(em, this.outbox, run, status, reason === null ? null : redact(reason));
      run.responseText = text === undefined ? run.responseText : redact(text);
      return run;
    });
    await failpoint('run.after-end');
    await this.teller.publish(
      row,
      'ended',
      row.reason ?? (row.responseText === '' ? status : row.responseText),
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
    const letGo = async (em: EntityManager, run: RunRow): Promise<RunRow> => {
      const gone = await this.erasures.duringRun(em, run.startedAt);
      if (run.cancelRequested) {
        endRun(em, this.outbox, run, 'cancelled', 'Cancelled on request.');
        return run;
      }
      run.status = status;
      run.reason = asReason(reason === null ? null : (gone?.redact(reason) ?? reason));
      run.leaseUntil = null;
      // Handing back or waiting out an outage is no failed start.
      run.startsWithoutProgress = Math.max(0, run.startsWithoutProgress - 1);
      return run;
    };
    const row = await retryWhileDatabaseDown(() => this.claims.guarded(claim, letGo));
    if (hasEnded(row.status)) {
      await this.teller.publish(row, 'ended', 'Cancelled on request.');
      return { kind: 'done' };
    }
    await this.teller.publish(row, 'queued', why);
    return { kind: 'again', inMs: Math.min(inMs, longestWaitMs), reason: why };
  }
}
