import { EntityManager } from '@mikro-orm/postgresql';
import { jetstreamManager } from '@nats-io/jetstream';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { NatsConnectionManager, Outbox, Shutdown, StreamLossDetector } from '@warren/messaging';

/** Polls of the outbox between two checks for lost jobs. */
const pollsPerCheck = 5;

/**
 * Republishes the jobs of waiting runs if the stream of jobs was lost, or if the queue is empty while runs wait: PostgreSQL
 * is the authority, JetStream the dispatcher. Duplicate jobs do no harm, since a run is claimed once.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap {
  private readonly logger = new Logger(Reconciler.name);
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly nats: NatsConnectionManager,
    private readonly outbox: Outbox,
    private readonly streams: StreamLossDetector,
    shutdown: Shutdown,
  ) {
    shutdown.register({
      name: 'reconciler of jobs',
      stopIntake: () => clearInterval(this.timer),
      finishWork: async () => this.checking,
    });
  }

  onApplicationBootstrap(): void {
    // A lost stream has lost even the jobs published just before.
    this.streams.onLost('JOBS', async (em) => this.republish(em, 0));
    this.timer = setInterval(() => {
      this.checking ??= this.check()
        .catch((error: unknown) => this.logger.warn(`Could not check for lost jobs: ${String(error)}`))
        .finally(() => (this.checking = undefined));
    }, this.nats.options.pollMs * pollsPerCheck);
  }

  private async check(): Promise<void> {
    if (!this.nats.isUp() || !(await this.isQueueEmpty())) {
      return;
    }
    await this.em.fork().transactional(async (em) => {
      const [lock] = await em.execute<{ mine: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtext('reconcile jobs')) as mine`,
      );
      const republished = lock?.mine === true ? await this.republish(em, this.nats.options.ackWaitMs) : 0;
      if (republished > 0) {
        this.logger.warn(`${republished} waiting runs had no job in the queue; published again`);
      }
    });
  }

  /**
   * Republishes the jobs of waiting runs, except jobs that the outbox is about to publish or has published in the last
   * `recentMs`; of more than a thousand, the rest follows once the queue is empty.
   */
  private async republish(em: EntityManager, recentMs: number): Promise<number> {
    const waiting = await em.execute<{ id: number }[]>(
      `select id from run
        where (status in ('queued', 'paused') or (status = 'running' and lease_until < now()))
          and not exists (
            select from outbox_message
            where case when subject = 'jobs.discovery' then (body::json ->> 'run_id')::integer = run.id end
              and (published_at is null or published_at > now() - ? * interval '1 millisecond'))
        order by id limit 1000`,
      [recentMs],
    );
    for (const { id } of waiting) {
      this.outbox.add(em, 'jobs.discovery', { run_id: id });
    }
    return waiting.length;
  }

  /** Checks that no job is queued or in progress; `StreamLossDetector` handles a missing stream. */
  private async isQueueEmpty(): Promise<boolean> {
    const manager = await jetstreamManager(await this.nats.connected());
    const info = await manager.streams.info('JOBS').catch(() => undefined);
    return info?.state.messages === 0;
  }
}
