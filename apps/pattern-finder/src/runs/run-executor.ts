import { Injectable, Logger } from '@nestjs/common';
import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import { Analyst } from '../analysts/analyst.ts';
import { PatternEvaluator } from '../patterns/pattern-evaluator.ts';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import {
  BudgetExhausted,
  UnrecoverableRunError,
  LeaseLost,
  Outage,
  RunCancelled,
} from '../run-state/run-errors.ts';
import { RunSettlement } from './run-settlement.ts';
import type { Outcome } from './run-settlement.ts';
import type { RunSignals } from '../run-state/run-signals.ts';
import type { RunRow } from '../run-state/run.entity.ts';

/** Errors of its own after which a run is parked. */
const maxErrors = 5;
const firstDelayMs = 1_000;
/** How long a run waits where another service, the database or the broker is away. */
const outageMs = 5_000;

/** Does a claimed run from wherever it stands to its end. */
@Injectable()
export class RunExecutor {
  private readonly logger = new Logger(RunExecutor.name);

  constructor(
    private readonly claims: Claims,
    private readonly analyst: Analyst,
    private readonly measuring: PatternEvaluator,
    private readonly endings: RunSettlement,
  ) {}

  async execute(claim: Claim, run: RunRow, signals: RunSignals): Promise<Outcome> {
    try {
      await this.endings.teller.publish(run, 'started', `Taken up by ${run.worker ?? 'a worker'}.`);
      if (run.kind === 'refresh' && !run.measured) {
        const { measured } = await this.measuring.measureAll(
          run.id,
          (work) => this.claims.unlessCancelled(claim, work),
          signals.cancelled,
        );
        // Once: a run that is paused is taken up every few minutes, and all its time counts.
        await this.claims.unlessCancelled(claim, (_em, row) => Promise.resolve((row.measured = true)));
        await this.endings.teller.publish(run, 'measured', `${measured} patterns measured on today's data.`);
      }
      const text = await this.analyst.analyse(claim, run, signals);
      return await this.endings.end(claim, 'succeeded', null, text);
    } catch (error) {
      return this.settle(claim, error, signals).catch(whereNotSettled);
    }
  }

  private async settle(
    claim: Claim,
    error: unknown,
    { leaseLost: dropped, cancelled: stopped }: RunSignals,
  ): Promise<Outcome> {
    if (error instanceof LeaseLost || dropped.reason instanceof LeaseLost) {
      this.logger.warn(
        `Run ${claim.runId} is no longer held by this worker, which writes nothing more to it`,
      );
      return { kind: 'again', inMs: firstDelayMs, reason: 'another worker has it' };
    }
    if (dropped.aborted) {
      return this.endings.release(claim, 'queued', null, 0, 'the worker is stopping');
    }
    const cancelled: unknown = stopped.aborted ? stopped.reason : error;
    if (cancelled instanceof RunCancelled) {
      return this.endings.end(claim, 'cancelled', cancelled.message);
    }
    if (error instanceof BudgetExhausted) {
      return this.endings.end(claim, 'budget_exhausted', error.message);
    }
    if (error instanceof UnrecoverableRunError) {
      return this.endings.end(claim, 'failed', error.message);
    }
    if (error instanceof Outage) {
      return this.endings.release(claim, 'paused', error.message, error.retryAfterMs, error.message);
    }
    if (error instanceof ServiceUnavailable || error instanceof DeadlineExceeded) {
      return this.endings.release(claim, 'paused', error.message, outageMs, error.message);
    }
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.error(`Run ${claim.runId}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
    return this.failed(claim, reason);
  }

  /** An error of the run's own: tried again with growing delay, parked after five. */
  private async failed(claim: Claim, reason: string): Promise<Outcome> {
    const errors = await this.claims.guarded(claim, (_em, run) => Promise.resolve((run.errors += 1)));
    if (errors >= maxErrors) {
      return this.endings.end(claim, 'parked', `Parked after ${errors} errors; the last: ${reason}`);
    }
    return this.endings.release(claim, 'queued', reason, firstDelayMs * 2 ** errors, reason);
  }
}

/** A run that could not even be handed back is found by its lease, which runs out; one that is not held any more is another's. */
function whereNotSettled(error: unknown): Outcome {
  if (
    error instanceof LeaseLost ||
    error instanceof ServiceUnavailable ||
    error instanceof DeadlineExceeded
  ) {
    return { kind: 'again', inMs: firstDelayMs, reason: error.message };
  }
  throw error;
}
