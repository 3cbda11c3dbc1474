import { Injectable } from '@nestjs/common';
import { runProgressSubject } from '@warren/contracts';
import type { RunProgress } from '@warren/contracts';
import { Broker } from '@warren/messaging';
import type { RunRow } from './run.entity.ts';
import { toRun } from './to-run.ts';

/** Tells whoever listens how a run is doing. It may be lost: the run itself stands in the database. */
@Injectable()
export class ProgressTeller {
  constructor(private readonly broker: Broker) {}

  /** Publishes one step on core NATS; says nothing while NATS is away. */
  async tell(row: RunRow, step: RunProgress['step'], message: string): Promise<void> {
    if (!this.broker.isUp()) {
      return;
    }
    const run = toRun(row);
    const progress: RunProgress = {
      run_id: run.id,
      status: run.status,
      step,
      message,
      turns: run.turns,
      patterns_found: run.patterns.length,
      spend: run.spend,
      at: new Date().toISOString(),
    };
    const connection = await this.broker.connected();
    connection.publish(runProgressSubject(run.id), JSON.stringify(progress));
  }
}
