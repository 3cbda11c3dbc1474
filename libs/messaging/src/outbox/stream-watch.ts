import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { jetstreamManager } from '@nats-io/jetstream';
import { streams } from '@warren/contracts';
import { Broker } from '../broker.ts';

/** Streams whose messages are published again; lost jobs are seen to by whoever made them, who knows which are open. */
const watched = streams.filter(({ retention }) => retention === 'limits');

/**
 * Notices that a stream was lost with its store: it is younger than the one this service has seen, or has got less far.
 * What was published to it and is still kept stands in the outbox as unpublished again, under the same message ids.
 */
@Injectable()
export class StreamWatch {
  private readonly logger = new Logger(StreamWatch.name);

  constructor(
    private readonly em: EntityManager,
    private readonly broker: Broker,
  ) {}

  /** Looks once; the streams must stand. */
  async look(): Promise<void> {
    const manager = await jetstreamManager(await this.broker.connected());
    for (const { name, subjects } of watched) {
      const { created, state } = await manager.streams.info(name);
      await this.compare(name, subjects, created, state.last_seq);
    }
  }

  private async compare(
    name: string,
    subjects: readonly string[],
    created: string,
    lastSeq: number,
  ): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      await em.execute(
        'insert into stream_seen (name, created, last_seq) values (?, ?, 0) on conflict do nothing',
        [name, created],
      );
      const [seen] = await em.execute<{ same: boolean }[]>(
        'select created = ?::timestamptz and last_seq <= ? as same from stream_seen where name = ? for update',
        [created, lastSeq, name],
      );
      if (seen?.same === false) {
        const again = await em.execute<{ id: string }[]>(
          `update outbox_message set published_at = null
            where published_at is not null and subject in (select jsonb_array_elements_text(?::jsonb)) returning id`,
          [JSON.stringify(subjects)],
        );
        this.logger.warn(`The stream ${name} was lost; ${again.length} messages are published again`);
      }
      await em.execute('update stream_seen set created = ?, last_seq = ? where name = ?', [
        created,
        lastSeq,
        name,
      ]);
    });
  }
}
