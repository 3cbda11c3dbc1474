import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { RunCancelRequested, runCancelRequestedSubject } from '@warren/contracts';
import { NatsConnectionManager, JetStreamContext, parseBody } from '@warren/messaging';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import { LeaseLost, RunCancelled } from '../run-state/run-errors.ts';
import type { RunSignals } from '../run-state/run-signals.ts';

/**
 * Watches over the runs in hand: renews the lease before each sign of life, and learns that a run was cancelled. That
 * stands in the database; it is looked up at each sign of life, and at once where it is told.
 */
@Injectable()
export class LeaseKeeper implements OnApplicationBootstrap {
  private readonly logger = new Logger(LeaseKeeper.name);
  private readonly looks = new Map<number, () => Promise<void>>();

  constructor(
    private readonly broker: NatsConnectionManager,
    private readonly claims: Claims,
  ) {}

  onApplicationBootstrap(): void {
    this.listen().catch((error: unknown) =>
      this.logger.warn(`Cannot hear of cancellations: ${String(error)}`),
    );
  }

  /** Does `work` on a claimed run, with signals that end it early. */
  async run<T>(
    claim: Claim,
    context: JetStreamContext,
    work: (signals: RunSignals) => Promise<T>,
  ): Promise<T> {
    const lost = new AbortController();
    const cancelled = new AbortController();
    const look = async (): Promise<void> => {
      const { cancelRequested } = await this.claims.renew(claim);
      if (cancelRequested) {
        cancelled.abort(new RunCancelled('Cancelled on request.'));
      }
    };
    context.beforeHeartbeat.push(async () => {
      try {
        await look();
      } catch (error) {
        // A database that does not answer is no loss: the run is ours until another worker has it.
        if (error instanceof LeaseLost) {
          lost.abort(error);
        }
        throw error;
      }
    });
    this.looks.set(claim.runId, look);
    try {
      // What was told between the claim and here was not heard.
      await this.checkNow(claim.runId);
      const dropped = AbortSignal.any([context.signal, lost.signal]);
      return await work({ leaseLost: dropped, cancelled: AbortSignal.any([dropped, cancelled.signal]) });
    } finally {
      this.looks.delete(claim.runId);
    }
  }

  private async listen(): Promise<void> {
    const connection = await this.broker.connected();
    connection.subscribe(runCancelRequestedSubject, {
      callback: (error, message) => {
        const told = error === null ? parseBody(message, RunCancelRequested) : undefined;
        if (told !== undefined) {
          void this.checkNow(told.run_id);
        }
      },
    });
  }

  /** Where it fails, the next sign of life looks again. */
  private async checkNow(runId: number): Promise<void> {
    try {
      await this.looks.get(runId)?.();
    } catch (error) {
      this.logger.debug(`Run ${runId} could not be looked at: ${String(error)}`);
    }
  }
}
