import { hostname } from 'node:os';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hasEnded } from '@warren/contracts';
import { Outbox, failpoint } from '@warren/messaging';
import { endRun } from './end-run.ts';
import { LeaseLost, RunCancelled } from './run-errors.ts';
import { RunRow } from './run.entity.ts';

/** Duration of a lease, in milliseconds. */
export class LeaseSettings {
  readonly leaseMs: number;

  constructor(leaseMs: number) {
    this.leaseMs = leaseMs;
  }
}

/** A worker's claim on a run: its writes succeed only while `fence` is the run's newest fencing token. */
export interface Claim {
  readonly runId: number;
  readonly fence: number;
  /** Time at which its working time was last added up, by this process's monotonic clock in milliseconds. */
  countedAt: number;
}

/** Result of an attempt to claim a run. */
type ClaimResult =
  | { kind: 'claimed'; claim: Claim; run: RunRow }
  | { kind: 'held'; forMs: number }
  | { kind: 'ended' };

/** Starts without progress after which a run is parked instead of retried. */
const maxStarts = 3;

const worker = `${hostname()}:${process.pid}`;

/** Claims runs: fence and lease are in PostgreSQL, and only its clock counts. */
@Injectable()
export class Claims {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: Outbox,
    private readonly settings: LeaseSettings,
  ) {}

  /** Claims a run that waits, or whose lease has expired. A run that makes no progress is parked. */
  async claim(runId: number): Promise<ClaimResult> {
    const result = await this.em.fork().transactional(async (em): Promise<ClaimResult> => {
      const run = await em.findOne(RunRow, runId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (run === null || hasEnded(run.status)) {
        return { kind: 'ended' };
      }
      const leaseMs = run.status === 'running' ? await remainingLeaseMs(em, runId) : 0;
      if (leaseMs > 0) {
        return { kind: 'held', forMs: leaseMs };
      }
      if (run.cancelRequested) {
        endRun(em, this.outbox, run, 'cancelled', 'Cancelled before it was taken up.');
        return { kind: 'ended' };
      }
      if (run.startsWithoutProgress >= maxStarts) {
        endRun(
          em,
          this.outbox,
          run,
          'parked',
          `Parked: started ${maxStarts} times without getting any further.`,
        );
        return { kind: 'ended' };
      }
      run.status = 'running';
      run.reason = null;
      run.worker = worker;
      run.fence += 1;
      run.starts += 1;
      run.startsWithoutProgress += 1;
      run.startedAt ??= new Date();
      await em.flush();
      await this.extend(em, runId);
      return { kind: 'claimed', claim: { runId, fence: run.fence, countedAt: performance.now() }, run };
    });
    if (result.kind === 'claimed') {
      await failpoint('run.after-claim');
    }
    return result;
  }

  /** Extends the lease. @returns whether the run was cancelled @throws LeaseLost if another worker has it */
  async renew(claim: Claim): Promise<{ cancelRequested: boolean }> {
    return this.guarded(claim, async (em, { cancelRequested }) => {
      await this.extend(em, claim.runId);
      return { cancelRequested };
    });
  }

  /**
   * Runs `work` in a transaction that locks the run's row, after checking that the claim is still the newest.
   * @throws LeaseLost
   */
  async guarded<T>(claim: Claim, work: (em: EntityManager, run: RunRow) => Promise<T>): Promise<T> {
    return this.em.fork().transactional(async (em) => {
      const run = await em.findOne(RunRow, claim.runId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (run === null || run.fence !== claim.fence || run.status !== 'running') {
        throw new LeaseLost(claim.runId);
      }
      const now = performance.now();
      run.workedMs += Math.round(now - claim.countedAt);
      claim.countedAt = now;
      const done = await work(em, run);
      await failpoint('run.before-commit');
      return done;
    });
  }

  /** As `guarded`, unless the run is cancelled. @throws RunCancelled, LeaseLost */
  async unlessCancelled<T>(claim: Claim, work: (em: EntityManager, run: RunRow) => Promise<T>): Promise<T> {
    return this.guarded(claim, async (em, run) => {
      if (run.cancelRequested) {
        throw new RunCancelled('Cancelled on request.');
      }
      return work(em, run);
    });
  }

  private async extend(em: EntityManager, runId: number): Promise<void> {
    await em.execute(`update run set lease_until = now() + ? * interval '1 millisecond' where id = ?`, [
      this.settings.leaseMs,
      runId,
    ]);
  }
}

async function remainingLeaseMs(em: EntityManager, runId: number): Promise<number> {
  const rows = await em.execute<{ left_ms: string | null }[]>(
    'select extract(epoch from lease_until - clock_timestamp()) * 1000 as left_ms from run where id = ?',
    [runId],
  );
  return Math.ceil(Number(rows[0]?.left_ms ?? 0));
}
