import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hasEnded } from '@warren/contracts';
import { Outbox, failpoint } from '@warren/messaging';
import { hostname } from 'node:os';
import { LeaseLost, RunCancelled } from './run-errors.ts';
import { RunRow } from './run.entity.ts';
import { endRun } from './end-run.ts';
import { LeaseSettings } from '../settings.ts';

/** A worker's hold on a run: writes go through only while `fence` is the run's newest. */
export interface Claim {
  readonly runId: number;
  readonly fence: number;
  /** When its time was last counted, by this process's monotonic clock in milliseconds. */
  countedAt: number;
}

/** What became of an attempt to take up a run. */
export type ClaimResult =
  | { kind: 'claimed'; claim: Claim; run: RunRow }
  | { kind: 'held'; forMs: number }
  | { kind: 'over' };

/** Starts without progress after which a run is parked rather than tried again. */
const maxStarts = 3;

const worker = `${hostname()}:${process.pid}`;

/** Claims of runs: fence and lease stand in PostgreSQL, and only its clock is asked. */
@Injectable()
export class Claims {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: Outbox,
    private readonly settings: LeaseSettings,
  ) {}

  /** Takes up a run that waits, or whose worker's lease has run out. One that failed to get anywhere is parked. */
  async claim(runId: number): Promise<ClaimResult> {
    const result = await this.em.fork().transactional(async (em): Promise<ClaimResult> => {
      const run = await em.findOne(RunRow, runId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (run === null || hasEnded(run.status)) {
        return { kind: 'over' };
      }
      const heldMs = run.status === 'running' ? await leftOfLease(em, runId) : 0;
      if (heldMs > 0) {
        return { kind: 'held', forMs: heldMs };
      }
      if (run.cancelRequested) {
        endRun(em, this.outbox, run, 'cancelled', 'Cancelled before it was taken up.');
        return { kind: 'over' };
      }
      if (run.startsWithoutProgress >= maxStarts) {
        endRun(
          em,
          this.outbox,
          run,
          'parked',
          `Parked: started ${maxStarts} times without getting any further.`,
        );
        return { kind: 'over' };
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

  /** Extends the lease, and says whether the run was cancelled; throws LeaseLost where another worker has it. */
  async renew(claim: Claim): Promise<{ cancelRequested: boolean }> {
    return this.guarded(claim, async (em, { cancelRequested }) => {
      await this.extend(em, claim.runId);
      return { cancelRequested };
    });
  }

  /**
   * Runs `work` in one transaction that holds the run's row, after making sure that the claim is still the newest.
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

  /** As `guarded`, for work that a cancelled run must not do. @throws RunCancelled besides */
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

async function leftOfLease(em: EntityManager, runId: number): Promise<number> {
  const rows = await em.execute<{ left_ms: string | null }[]>(
    'select extract(epoch from lease_until - clock_timestamp()) * 1000 as left_ms from run where id = ?',
    [runId],
  );
  return Math.ceil(Number(rows[0]?.left_ms ?? 0));
}
