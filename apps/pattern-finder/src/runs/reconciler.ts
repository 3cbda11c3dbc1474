import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { jetstreamManager } from '@nats-io/jetstream';
import { NatsConnectionManager, Outbox, Shutdown, StreamLossDetector } from '@warren/messaging';

const lookEveryPolls = 5;

/**
 * PostgreSQL is the authority and JetStream the dispatcher: where the stream of jobs was lost, or the queue is empty while
 * runs wait, the jobs of those that wait are published again. A doubled job does no harm, since a run is claimed once.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap {
  private readonly logger = new Logger(Reconciler.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly broker: NatsConnectionManager,
    private readonly outbox: Outbox,
    private readonly watch: StreamLossDetector,
    shutdown: Shutdown,
  ) {
    shutdown.register({
      name: 'reconciler of jobs',
      stopIntake: () => clearInterval(this.timer),
      finishWork: async () => this.looking,
    });
  }

  onApplicationBootstrap(): void {
    // Of a lost stream no job is left, however lately it was published.
    this.watch.onLost('JOBS', async (em) => this.publish(em, 0));
    this.timer = setInterval(() => {
      this.looking ??= this.look()
        .catch((error: unknown) => this.logger.warn(`Could not look for lost jobs: ${String(error)}`))
        .finally(() => (this.looking = undefined));
    }, this.broker.options.pollMs * lookEveryPolls);
  }

  private async look(): Promise<void> {
    if (!this.broker.isUp() || !(await this.isQueueEmpty())) {
      return;
    }
    await this.em.fork().transactional(async (em) => {
      const [lock] = await em.execute<{ mine: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtext('reconcile jobs')) as mine`,
      );
      const again = lock?.mine === true ? await this.publish(em, this.broker.options.ackWaitMs) : 0;
      if (again > 0) {
        this.logger.warn(`${again} waiting runs had no job in the queue; published again`);
      }
    });
  }

  /**
   * Jobs for the runs that wait and whose job is not about to be published, nor was published in the last `newMs`; of more
   * than a thousand, the rest follows once the queue is empty.
   */
  private async publish(em: EntityManager, newMs: number): Promise<number> {
    const waiting = await em.execute<{ id: number }[]>(
      `select id from run
        where (status in ('queued', 'paused') or (status = 'running' and lease_until < now()))
          and not exists (
            select from outbox_message
            where case when subject = 'jobs.discovery' then (body::json ->> 'run_id')::integer = run.id end
              and (published_at is null or published_at > now() - ? * interval '1 millisecond'))
        order by id limit 1000`,
      [newMs],
    );
    for (const { id } of waiting) {
      this.outbox.add(em, 'jobs.discovery', { run_id: id });
    }
    return waiting.length;
  }

  /** Whether no job is queued, nor in a worker's hand; a stream that is missing is for `StreamLossDetector` to see. */
  private async isQueueEmpty(): Promise<boolean> {
    const manager = await jetstreamManager(await this.broker.connected());
    const info = await manager.streams.info('JOBS').catch(() => undefined);
    return info?.state.messages === 0;
  }
}
