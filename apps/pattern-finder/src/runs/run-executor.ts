import { Injectable, Logger } from '@nestjs/common';
import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import { Analyst } from '../analysts/analyst.ts';
import { IntroductionProposer } from '../introductions/introduction-proposer.ts';
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
import { RunProgressPublisher } from '../run-state/run-progress.ts';
import type { RunSignals } from '../run-state/run-signals.ts';
import type { RunRow } from '../run-state/run.entity.ts';
import { RunSettlement } from './run-settlement.ts';
import type { Outcome } from './run-settlement.ts';

/** Errors of the run itself after which it is parked. */
const maxErrors = 5;
const firstDelayMs = 1_000;
/** Delay of a run while another service, the database or NATS is unavailable. */
const outageMs = 5_000;

/** Executes a claimed run from its current state to its end. */
@Injectable()
export class RunExecutor {
  private readonly logger = new Logger(RunExecutor.name);

  constructor(
    private readonly claims: Claims,
    private readonly analyst: Analyst,
    private readonly evaluator: PatternEvaluator,
    private readonly introductions: IntroductionProposer,
    private readonly settlement: RunSettlement,
    private readonly progress: RunProgressPublisher,
  ) {}

  async execute(claim: Claim, run: RunRow, signals: RunSignals): Promise<Outcome> {
    try {
      await this.progress.publish(run, 'started', `Taken up by ${run.worker ?? 'a worker'}.`);
      if (run.kind === 'refresh' && !run.measured) {
        const { evaluated } = await this.evaluator.evaluateAll(
          run.id,
          (work) => this.claims.unlessCancelled(claim, work),
          signals.cancelled,
        );
        // Only once: a paused run is resumed every few minutes, and all its working time counts.
        await this.claims.unlessCancelled(claim, (_em, row) => Promise.resolve((row.measured = true)));
        await this.progress.publish(run, 'measured', `${evaluated} patterns evaluated on today's data.`);
      }
      const prepared = await this.analyst.prepare(claim, run, signals);
      if (!prepared.introduced) {
        await this.introduce(claim, prepared, signals.cancelled);
      }
      const text = await this.analyst.analyse(claim, prepared, signals);
      return await this.settlement.end(claim, 'succeeded', null, text);
    } catch (error) {
      return this.settle(claim, error, signals).catch(outcomeIfUnsettled);
    }
  }

  /** A community so large that its introductions take too long still has its patterns. */
  private async introduce(claim: Claim, run: RunRow, signal: AbortSignal): Promise<void> {
    try {
      const proposed = await this.introductions.propose(claim, signal);
      await this.progress.publish(run, 'introduced', `${proposed} introductions proposed.`);
    } catch (error) {
      if (!(error instanceof DeadlineExceeded)) {
        throw error;
      }
      this.logger.warn(`Run ${claim.runId} proposes no introductions: ${error.message}`);
    }
  }

  private async settle(claim: Claim, error: unknown, { leaseLost, cancelled }: RunSignals): Promise<Outcome> {
    if (error instanceof LeaseLost || leaseLost.reason instanceof LeaseLost) {
      this.logger.warn(
        `Run ${claim.runId} was claimed by another worker; this one writes nothing more to it`,
      );
      return { kind: 'retry', inMs: firstDelayMs, reason: 'another worker has it' };
    }
    if (leaseLost.aborted) {
      return this.settlement.release(claim, 'queued', null, 0, 'the worker is stopping');
    }
    const cancellation: unknown = cancelled.aborted ? cancelled.reason : error;
    if (cancellation instanceof RunCancelled) {
      return this.settlement.end(claim, 'cancelled', cancellation.message);
    }
    if (error instanceof BudgetExhausted) {
      return this.settlement.end(claim, 'budget_exhausted', error.message);
    }
    if (error instanceof UnrecoverableRunError) {
      return this.settlement.end(claim, 'failed', error.message);
    }
    if (error instanceof Outage) {
      return this.settlement.release(claim, 'paused', error.message, error.retryAfterMs, error.message);
    }
    if (error instanceof ServiceUnavailable || error instanceof DeadlineExceeded) {
      return this.settlement.release(claim, 'paused', error.message, outageMs, error.message);
    }
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.error(`Run ${claim.runId}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
    return this.failed(claim, reason);
  }

  /** Retries after an error of the run itself with growing delay, and parks the run after five. */
  private async failed(claim: Claim, reason: string): Promise<Outcome> {
    const errors = await this.claims.guarded(claim, (_em, run) => Promise.resolve((run.errors += 1)));
    if (errors >= maxErrors) {
      return this.settlement.end(claim, 'parked', `Parked after ${errors} errors; the last: ${reason}`);
    }
    return this.settlement.release(claim, 'queued', reason, firstDelayMs * 2 ** errors, reason);
  }
}

/** Outcome of a run that could not be settled: its lease will expire, or another worker has it. */
function outcomeIfUnsettled(error: unknown): Outcome {
  if (
    error instanceof LeaseLost ||
    error instanceof ServiceUnavailable ||
    error instanceof DeadlineExceeded
  ) {
    return { kind: 'retry', inMs: firstDelayMs, reason: error.message };
  }
  throw error;
}
