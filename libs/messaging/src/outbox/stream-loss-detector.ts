import { EntityManager } from '@mikro-orm/postgresql';
import { jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamManager } from '@nats-io/jetstream';
import { Injectable, Logger } from '@nestjs/common';
import { streams } from '@warren/contracts';
import { NatsConnectionManager } from '../connection/nats-connection.ts';
import { checkStreams } from '../connection/streams.ts';

/** Writes to the outbox, in the transaction of `em`, the messages that a lost stream must have; returns their number. */
type Republish = (em: EntityManager) => Promise<number>;

type StreamName = (typeof streams)[number]['name'];

/**
 * Detects that a stream was lost with its store: it is younger than the one this service has seen, or has a lower last
 * sequence. Messages that were published to it and are still kept become unpublished again, under the same ids. Most of a
 * work queue has been handled already: only what knows the open jobs can fill it again (`onLost`).
 */
@Injectable()
export class StreamLossDetector {
  private readonly logger = new Logger(StreamLossDetector.name);
  private readonly republishers = new Map<string, Republish>();

  constructor(
    private readonly em: EntityManager,
    private readonly nats: NatsConnectionManager,
  ) {
    for (const { name, retention, subjects } of streams) {
      if (retention === 'limits') {
        this.republishers.set(name, async (em) => publishAgain(em, subjects));
      }
    }
  }

  /** Registers what fills a stream again. */
  onLost(name: StreamName, republish: Republish): void {
    this.republishers.set(name, republish);
  }

  /**
   * Compares every stream once; all must exist.
   * @throws where one is missing; the process that creates the streams for others looks for those that it does not use too
   */
  async check(): Promise<void> {
    const manager = await jetstreamManager(await this.nats.connected());
    if (this.nats.options.streamCreation.here) {
      await checkStreams(manager);
    }
    for (const [name, republish] of this.republishers) {
      await this.compare(manager, name, republish);
    }
  }

  private async compare(manager: JetStreamManager, name: string, republish: Republish): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      // Locked before NATS is asked, so that no other replica stores a newer state in between.
      const [seen] = await em.execute('select name from stream_seen where name = ? for update', [name]);
      const { created, state } = await manager.streams.info(name);
      const now = [name, created, state.last_seq];
      if (seen !== undefined && (await isAnother(em, now))) {
        await waitForPublishers(em);
        const again = await republish(em);
        this.logger.warn(`The stream ${name} was lost; ${again} messages are published again`);
      }
      await em.execute(
        `insert into stream_seen (name, created, last_seq) values (?, ?, ?)
          on conflict (name) do update set created = excluded.created, last_seq = excluded.last_seq`,
        now,
      );
    });
  }
}

/** Returns whether a stream of this name, age and last sequence is not the one that was seen. */
async function isAnother(em: EntityManager, now: readonly (string | number)[]): Promise<boolean> {
  const [row] = await em.execute<unknown[]>(
    `select from stream_seen join (values (?, ?::timestamptz, ?::bigint)) as now (name, created, last_seq) using (name)
      where stream_seen.created <> now.created or stream_seen.last_seq > now.last_seq`,
    [...now],
  );
  return row !== undefined;
}

async function publishAgain(em: EntityManager, subjects: readonly string[]): Promise<number> {
  const again = await em.execute<{ id: string }[]>(
    `update outbox_message set published_at = null
      where published_at is not null and subject in (select jsonb_array_elements_text(?::jsonb)) returning id`,
    [JSON.stringify(subjects)],
  );
  return again.length;
}

const publishing = `hashtext('publishing ' || current_schema())`;

/** Lock of every transaction in which a relay publishes. */
export async function acquirePublishLock(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock_shared(${publishing})`);
}

/** Waits until relays have marked what they just published to the lost stream, so that it is not missed. */
async function waitForPublishers(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(${publishing})`);
}
