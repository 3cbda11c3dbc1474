import { Injectable } from '@nestjs/common';
import { runCancelRequestedSubject, runProgressSubject } from '@warren/contracts';
import type { RunCancelRequested, RunProgress } from '@warren/contracts';
import { NatsConnectionManager } from '@warren/messaging';
import { cleanText } from './clean-text.ts';
import type { RunRow } from './run.entity.ts';
import { toRun } from './to-run.ts';

/** Publishes the progress of runs on core NATS. Messages may be lost: the run is in the database. */
@Injectable()
export class RunProgressPublisher {
  constructor(private readonly nats: NatsConnectionManager) {}

  /** Publishes one step; does nothing while NATS is unavailable. */
  async publish(row: RunRow, step: RunProgress['step'], message: string): Promise<void> {
    const run = toRun(row);
    const progress: RunProgress = {
      run_id: run.id,
      status: run.status,
      step,
      // It may quote others, with any characters.
      message: cleanText(message, true),
      turns: run.turns,
      patterns_found: run.patterns.length,
      spend: run.spend,
      at: new Date().toISOString(),
    };
    await this.send(runProgressSubject(run.id), progress);
  }

  /** Notifies the run's worker, in any process, that the run was cancelled. */
  async notifyWorker(runId: number): Promise<void> {
    const request: RunCancelRequested = { run_id: runId };
    await this.send(runCancelRequestedSubject, request);
  }

  private async send(subject: string, body: RunProgress | RunCancelRequested): Promise<void> {
    if (this.nats.isUp()) {
      (await this.nats.connected()).publish(subject, JSON.stringify(body));
    }
  }
}
