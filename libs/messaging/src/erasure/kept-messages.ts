import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { events, streams } from '@warren/contracts';
import { forgetGoneInAudit } from '../audit/audit-log.ts';
import { NatsConnectionManager } from '../connection/nats-connection.ts';
import { Forgetting } from './erased.ts';
import { sweepSubject } from './stream-sweep.ts';
import { sweepTables } from './table-sweep.ts';

/** Thrown where rows still contain an erased member. */
export class StillKept extends Error {
  override readonly name = 'StillKept';

  constructor(rows: number) {
    super(`${rows} rows still contain a member who was erased; the log names their tables`);
  }
}

interface Waiting {
  readonly forgetting: Forgetting;
  readonly resolve: (failed: number) => void;
  readonly reject: (error: unknown) => void;
}

/** Everything that this service stores, in its tables and in the streams. */
@Injectable()
export class KeptMessages {
  private readonly logger = new Logger(KeptMessages.name);

  /** Erasures that wait for the next sweep. */
  private waiting: Waiting[] = [];
  private sweeping = false;

  constructor(
    private readonly em: EntityManager,
    private readonly nats: NatsConnectionManager,
  ) {}

  /**
   * Removes members from every table of this service, outbox and parked messages included, then from what it has
   * published: messages in a stream are overwritten on disk. Calls during a sweep share the next one, so that many
   * erasures in a row take little longer than one.
   * @returns the number of rows with something of these members that could not be changed
   */
  async sweep(forgetting: Forgetting): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    this.waiting.push({ forgetting, resolve, reject });
    if (!this.sweeping) {
      this.sweeping = true;
      void this.sweepWaiting();
    }
    return promise;
  }

  /** Sweeps until nothing waits; an error rejects only the calls of its own sweep. */
  private async sweepWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const taken = this.waiting;
      this.waiting = [];
      const parts = taken.map(({ forgetting }) => forgetting);
      try {
        const failed = await sweepTables(this.em, parts, this.logger);
        const all = Forgetting.ofAll(parts);
        await forgetGoneInAudit(this.em.fork(), (ids) => ids.filter((id) => all.has(id)));
        await this.sweepStreams(all);
        taken.forEach(({ resolve }, at) => resolve(failed[at] ?? 0));
      } catch (error) {
        taken.forEach(({ reject }) => reject(error));
      }
    }
    this.sweeping = false;
  }

  private async sweepStreams(forgetting: Forgetting): Promise<void> {
    const own = Object.entries(events).filter(([, { source }]) => source === this.nats.options.service);
    for (const [subject] of own) {
      const stream = streams.find(({ subjects }) => subjects.includes(subject));
      if (stream !== undefined) {
        await sweepSubject(this.nats, stream.name, subject, forgetting.forget);
      }
    }
  }
}
