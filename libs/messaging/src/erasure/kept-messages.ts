import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { events, streams } from '@warren/contracts';
import { Broker } from '../broker.ts';
import type { Forgetting } from './erased.ts';
import { sweepSubject } from './stream-sweep.ts';
import { sweepTables } from './table-sweep.ts';

/** Rows, of whatever table, in which an erased member still stands. */
export class StillKept extends Error {
  override readonly name = 'StillKept';

  constructor(rows: number) {
    super(`${rows} rows could not be rid of a member who was erased; the log says of which tables`);
  }
}

/** All that this service keeps, in its tables and in the streams, as far as members are in it. */
@Injectable()
export class KeptMessages {
  private readonly logger = new Logger(KeptMessages.name);

  constructor(
    private readonly em: EntityManager,
    private readonly broker: Broker,
  ) {}

  /**
   * Takes members out of every table of this service, the outbox and what is parked among them, then out of what it has
   * published: what a stream still holds is written over on disk.
   * @returns how many rows could not be treated
   */
  async sweep(forgetting: Forgetting): Promise<number> {
    const failed = await sweepTables(this.em, forgetting, this.logger);
    await this.sweepStreams(forgetting);
    return failed;
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
