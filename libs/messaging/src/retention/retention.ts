import { setImmediate } from 'node:timers/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { MessagingOptions } from '../connection/options.ts';
import { failpoint } from '../process/failpoint.ts';
import { Shutdown } from '../process/shutdown.ts';
import { oldAuditEntries, oldMessages } from './old-messages.ts';
import type { Purge } from './purge.ts';

const firstMs = 60_000;
const everyMs = 60 * 60_000;
const lock = `hashtext('retention ' || current_schema())`;

/** Deletes what this service keeps no longer: hourly, batch by batch, by one of several replicas at a time. */
@Injectable()
export class Retention implements OnApplicationBootstrap {
  private readonly logger = new Logger(Retention.name);
  private readonly purges: Purge[] = [];
  private readonly deleted = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isStopped = false;

  constructor(
    private readonly em: EntityManager,
    { retainMessagesDays, retainAuditDays }: MessagingOptions,
    shutdown: Shutdown,
  ) {
    this.register(...oldMessages(retainMessagesDays), ...oldAuditEntries(retainAuditDays));
    shutdown.register({
      name: 'retention',
      stopIntake: () => {
        this.isStopped = true;
        clearTimeout(this.timer);
      },
      finishWork: async () => this.running,
    });
  }

  onApplicationBootstrap(): void {
    this.wake(firstMs);
  }

  /** Adds what is deleted; to be called before the application starts. */
  register(...purges: Purge[]): void {
    this.purges.push(...purges);
    purges.forEach(({ name }) => this.deleted.set(name, 0));
  }

  /** Number of rows that this process has deleted since its start, by what they are. */
  counts(): { of: string; value: number }[] {
    return Array.from(this.deleted, ([of, value]) => ({ of, value }));
  }

  /** Deletes all that is old enough now. */
  async run(): Promise<void> {
    this.running ??= this.runAll().finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  private wake(inMs: number): void {
    this.timer = setTimeout(() => {
      void this.run().finally(() => {
        if (!this.isStopped) {
          this.wake(everyMs);
        }
      });
    }, inMs).unref();
  }

  private async runAll(): Promise<void> {
    for (const purge of this.purges) {
      try {
        await this.runOne(purge);
      } catch (error) {
        this.logger.warn(`${purge.name} cannot be deleted now: ${String(error)}`);
      }
    }
  }

  private async runOne({ name, batch }: Purge): Promise<void> {
    let all = 0;
    for (let count = -1; count !== 0 && !this.isStopped;) {
      count = await this.em.fork().transactional(async (em) => {
        const [row] = await em.execute<{ mine: boolean }[]>(
          `select pg_try_advisory_xact_lock(${lock}) as mine`,
        );
        return row?.mine === true ? batch(em) : 0;
      });
      await failpoint('retention.after-batch');
      all += count;
      this.deleted.set(name, (this.deleted.get(name) ?? 0) + count);
      await setImmediate();
    }
    if (all > 0) {
      this.logger.log(`${all} ${name} were old enough and are deleted`);
    }
  }
}
