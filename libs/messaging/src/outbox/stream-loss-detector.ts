import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamManager } from '@nats-io/jetstream';
import { streams } from '@warren/contracts';
import { NatsConnectionManager } from '../connection/nats-connection.ts';

/** Writes to the outbox, in the transaction of `em`, what has to be in a lost stream; returns how many messages. */
export type Republish = (em: EntityManager) => Promise<number>;

type StreamName = (typeof streams)[number]['name'];

/**
 * Notices that a stream was lost with its store: it is younger than the one this service has seen, or has got less far.
 * What was published to it and is still kept stands in the outbox as unpublished again, under the same message ids.
 * Of a work queue most is done with: it is filled by whoever knows what is open (`whenLost`), or not at all.
 */
@Injectable()
export class StreamLossDetector {
  private readonly logger = new Logger(StreamLossDetector.name);
  private readonly refills = new Map<string, Republish>();

  constructor(
    private readonly em: EntityManager,
    private readonly broker: NatsConnectionManager,
  ) {
    for (const { name, retention, subjects } of streams) {
      if (retention === 'limits') {
        this.refills.set(name, async (em) => publishAgain(em, subjects));
      }
    }
  }

  /** Says what fills a stream again. */
  onLost(name: StreamName, refill: Republish): void {
    this.refills.set(name, refill);
  }

  /** Looks once; the streams must stand. */
  async look(): Promise<void> {
    const manager = await jetstreamManager(await this.broker.connected());
    for (const [name, refill] of this.refills) {
      await this.compare(manager, name, refill);
    }
  }

  private async compare(manager: JetStreamManager, name: string, refill: Republish): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      // Held before NATS is asked: another replica's look may not come between the two with news that is newer.
      const [seen] = await em.execute('select name from stream_seen where name = ? for update', [name]);
      const { created, state } = await manager.streams.info(name);
      const now = [name, created, state.last_seq];
      if (seen !== undefined && (await isAnother(em, now))) {
        await waitForPublishers(em);
        const again = await refill(em);
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

/** Whether a stream of this name, age and last sequence is not the one that was seen. */
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

/** Held by every transaction of a relay that publishes. */
export async function acquirePublishLock(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock_shared(${publishing})`);
}

/** What a relay has just published to the lost stream is not marked yet: that is waited for, so that it is not missed. */
async function waitForPublishers(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(${publishing})`);
}
