import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { events, streams } from '@warren/contracts';
import { NatsConnectionManager } from '../connection/nats-connection.ts';
import { Forgetting } from './erased.ts';
import { sweepSubject } from './stream-sweep.ts';
import { sweepTables } from './table-sweep.ts';

/** Rows, of whatever table, in which an erased member still stands. */
export class StillKept extends Error {
  override readonly name = 'StillKept';

  constructor(rows: number) {
    super(`${rows} rows could not be rid of a member who was erased; the log says of which tables`);
  }
}

interface Waiting {
  readonly forgetting: Forgetting;
  readonly resolve: (failed: number) => void;
  readonly reject: (error: unknown) => void;
}

/** All that this service keeps, in its tables and in the streams, as far as members are in it. */
@Injectable()
export class KeptMessages {
  private readonly logger = new Logger(KeptMessages.name);

  /** Who waits for the next sweep, and the one that is under way. */
  private waiting: Waiting[] = [];
  private sweeping = false;

  constructor(
    private readonly em: EntityManager,
    private readonly broker: NatsConnectionManager,
  ) {}

  /**
   * Takes members out of every table of this service, the outbox and what is parked among them, then out of what it has
   * published: what a stream still holds is written over on disk. Whoever asks while a sweep is under way shares the next
   * one, so that many erasures in a row take little longer than one.
   * @returns how many rows that have something of these members could not be treated
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

  /** Fails for those whose sweep it was, and for nobody else. */
  private async sweepWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const taken = this.waiting;
      this.waiting = [];
      const parts = taken.map(({ forgetting }) => forgetting);
      try {
        const failed = await sweepTables(this.em, parts, this.logger);
        await this.sweepStreams(Forgetting.ofAll(parts));
        taken.forEach(({ resolve }, at) => resolve(failed[at] ?? 0));
      } catch (error) {
        taken.forEach(({ reject }) => reject(error));
      }
    }
    this.sweeping = false;
  }

  private async sweepStreams(forgetting: Forgetting): Promise<void> {
    const own = Object.entries(events).filter(([, { source }]) => source === this.broker.options.service);
    for (const [subject] of own) {
      const stream = streams.find(({ subjects }) => subjects.includes(subject));
      if (stream !== undefined) {
        await sweepSubject(this.broker, stream.name, subject, forgetting.forget);
      }
    }
  }
}
