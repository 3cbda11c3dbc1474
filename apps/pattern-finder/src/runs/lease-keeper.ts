import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { RunCancelRequested, runCancelRequestedSubject } from '@warren/contracts';
import { NatsConnectionManager, JetStreamContext, parseBody } from '@warren/messaging';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import { LeaseLost, RunCancelled } from '../run-state/run-errors.ts';
import type { RunSignals } from '../run-state/run-signals.ts';

/**
 * Renews the leases of the runs in progress before each heartbeat, and detects their cancellation: in the database at each
 * heartbeat, and at once when notified.
 */
@Injectable()
export class LeaseKeeper implements OnApplicationBootstrap {
  private readonly logger = new Logger(LeaseKeeper.name);
  private readonly checks = new Map<number, () => Promise<void>>();

  constructor(
    private readonly nats: NatsConnectionManager,
    private readonly claims: Claims,
  ) {}

  onApplicationBootstrap(): void {
    this.listen().catch((error: unknown) =>
      this.logger.warn(`Cannot subscribe to cancellations: ${String(error)}`),
    );
  }

  /** Runs `work` on a claimed run, with signals that stop it early. */
  async run<T>(
    claim: Claim,
    context: JetStreamContext,
    work: (signals: RunSignals) => Promise<T>,
  ): Promise<T> {
    const lost = new AbortController();
    const cancelled = new AbortController();
    const check = async (): Promise<void> => {
      const { cancelRequested } = await this.claims.renew(claim);
      if (cancelRequested) {
        cancelled.abort(new RunCancelled('Cancelled on request.'));
      }
    };
    context.beforeHeartbeat.push(async () => {
      try {
        await check();
      } catch (error) {
        // A database outage loses no lease: the run is ours until another worker claims it.
        if (error instanceof LeaseLost) {
          lost.abort(error);
        }
        throw error;
      }
    });
    this.checks.set(claim.runId, check);
    try {
      // Notifications between the claim and here were missed.
      await this.checkNow(claim.runId);
      const leaseLost = AbortSignal.any([context.signal, lost.signal]);
      return await work({ leaseLost, cancelled: AbortSignal.any([leaseLost, cancelled.signal]) });
    } finally {
      this.checks.delete(claim.runId);
    }
  }

  private async listen(): Promise<void> {
    const connection = await this.nats.connected();
    connection.subscribe(runCancelRequestedSubject, {
      callback: (error, message) => {
        const request = error === null ? parseBody(message, RunCancelRequested) : undefined;
        if (request !== undefined) {
          void this.checkNow(request.run_id);
        }
      },
    });
  }

  /** Checks a run; if that fails, the next heartbeat checks it again. */
  private async checkNow(runId: number): Promise<void> {
    try {
      await this.checks.get(runId)?.();
    } catch (error) {
      this.logger.debug(`Run ${runId} could not be checked: ${String(error)}`);
    }
  }
}
