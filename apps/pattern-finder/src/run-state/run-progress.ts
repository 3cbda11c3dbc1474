import { Injectable } from '@nestjs/common';
import { runCancelRequestedSubject, runProgressSubject } from '@warren/contracts';
import type { RunCancelRequested, RunProgress } from '@warren/contracts';
import { NatsConnectionManager } from '@warren/messaging';
import { cleanText } from './clean-text.ts';
import type { RunRow } from './run.entity.ts';
import { toRun } from './to-run.ts';

/** Tells whoever listens how a run is doing. It may be lost: the run itself stands in the database. */
@Injectable()
export class RunProgressPublisher {
  constructor(private readonly broker: NatsConnectionManager) {}

  /** Publishes one step on core NATS; says nothing while NATS is away. */
  async publish(row: RunRow, step: RunProgress['step'], message: string): Promise<void> {
    const run = toRun(row);
    const progress: RunProgress = {
      run_id: run.id,
      status: run.status,
      step,
      // Others' words stand in it, with any characters.
      message: cleanText(message, true),
      turns: run.turns,
      patterns_found: run.patterns.length,
      spend: run.spend,
      at: new Date().toISOString(),
    };
    await this.send(runProgressSubject(run.id), progress);
  }

  /** Has the run's worker, whichever process that is, look at once whether the run shall stop. */
  async notifyWorker(runId: number): Promise<void> {
    const request: RunCancelRequested = { run_id: runId };
    await this.send(runCancelRequestedSubject, request);
  }

  private async send(subject: string, body: RunProgress | RunCancelRequested): Promise<void> {
    if (this.broker.isUp()) {
      (await this.broker.connected()).publish(subject, JSON.stringify(body));
    }
  }
}
