import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { jetstreamManager } from '@nats-io/jetstream';
import { Broker, Outbox } from '@warren/messaging';
import { RunRow } from './run.entity.ts';

const lookEveryPolls = 5;

/**
 * PostgreSQL is the authority and JetStream the dispatcher: where fewer jobs are queued than runs wait, some were lost
 * with the store, and all are published again. A doubled job does no harm, since a run is claimed once.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Reconciler.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly broker: Broker,
    private readonly outbox: Outbox,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.looking ??= this.look()
        .catch((error: unknown) => this.logger.warn(`Could not look for lost jobs: ${String(error)}`))
        .finally(() => (this.looking = undefined));
    }, this.broker.options.pollMs * lookEveryPolls);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    if (!this.broker.isUp() || (await this.jobsQueued()) >= (await this.unended())) {
      return;
    }
    await this.em.fork().transactional(async (em) => {
      const [lock] = await em.execute<{ mine: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtext('reconcile jobs')) as mine`,
      );
      if (lock?.mine !== true) {
        return;
      }
      const waiting = await em.execute<{ id: number }[]>(
        `select id from run
          where (status in ('queued', 'paused') or (status = 'running' and lease_until < now()))
            and not exists (
              select from outbox_message
              where subject = 'jobs.discovery' and (body::json ->> 'run_id')::integer = run.id
                and (published_at is null or published_at > now() - ? * interval '1 millisecond'))
          order by id limit 1000`,
        [this.broker.options.ackWaitMs],
      );
      for (const { id } of waiting) {
        this.outbox.add(em, 'jobs.discovery', { run_id: id });
      }
      if (waiting.length > 0) {
        this.logger.warn(`${waiting.length} waiting runs had no job in the queue; published again`);
      }
    });
  }

  /** Runs that have not come to an end: each has a job in the queue, unless that was lost. */
  private async unended(): Promise<number> {
    return this.em.fork().count(RunRow, { status: { $in: ['queued', 'running', 'paused'] } });
  }

  /** Jobs in the queue, those in a worker's hand included. */
  private async jobsQueued(): Promise<number> {
    const manager = await jetstreamManager(await this.broker.connected());
    const info = await manager.streams.info('JOBS').catch(() => undefined);
    if (info === undefined) {
      await this.broker.assertStreams();
      return 0;
    }
    return info.state.messages;
  }
}
