import { EntityManager } from '@mikro-orm/postgresql';
import { jetstreamManager } from '@nats-io/jetstream';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { MembersChanged } from '@warren/contracts';
import { NatsConnectionManager, Shutdown, deleteSecurely, messagesOf, readersOf } from '@warren/messaging';

const stream = 'EVENTS';
const subject = 'members.changed';
const pollsBetweenPurges = 5;
/** Longest wait for a durable consumer that was lost with its stream: no message in a stream is older. */
const lostConsumerWait = '7 days';
/** Longest wait for one that was deleted from the same stream: it may be recreated with other settings. */
const deletedConsumerWait = '10 seconds';

/**
 * Purges published erasures. Their events carry the ids of erased members, so once every durable consumer has settled
 * an event, it is deleted from the stream, its bytes overwritten, and the ids are removed from the outbox.
 */
@Injectable()
export class PublishedErasures implements OnApplicationBootstrap {
  private readonly logger = new Logger(PublishedErasures.name);
  private timer: NodeJS.Timeout | undefined;
  private purging: Promise<void> | undefined;
  /** Creation time of the stream, the last sequence read from it, and the erasures found in it. */
  private created = '';
  private readTo = 0;
  private readonly published = new Map<number, { messageId: string; change: MembersChanged }>();

  constructor(
    private readonly em: EntityManager,
    private readonly nats: NatsConnectionManager,
    shutdown: Shutdown,
  ) {
    shutdown.register({
      name: 'removal of published erasures',
      stopIntake: () => clearInterval(this.timer),
      finishWork: async () => this.purging,
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), this.nats.options.pollMs * pollsBetweenPurges).unref();
  }

  private wake(): void {
    if (this.purging === undefined && this.nats.isUp()) {
      this.purging = this.purgeSettled()
        .catch((error: unknown) =>
          this.logger.debug(`Published erasures could not be purged yet: ${String(error)}`),
        )
        .finally(() => {
          this.purging = undefined;
        });
    }
  }

  /** Purges the erasures that every durable consumer has settled. */
  async purgeSettled(): Promise<void> {
    await this.readStream();
    if (this.published.size === 0) {
      return;
    }
    const settledTo = await this.settledTo();
    const manager = await jetstreamManager(await this.nats.connected());
    for (const [seq, { messageId, change }] of this.published) {
      if (seq <= settledTo) {
        // The row first: if the process ends in between, the event is found in the stream again.
        await this.em
          .fork()
          .execute('update outbox_message set body = ? where message_id::text = ? and subject = ?', [
            JSON.stringify(
              MembersChanged.parse({ ...change, erased_member_ids: [], erased_passages: undefined }),
            ),
            messageId,
            subject,
          ]);
        await deleteSecurely(manager, stream, seq);
        this.published.delete(seq);
      }
    }
  }

  private async readStream(): Promise<void> {
    const manager = await jetstreamManager(await this.nats.connected());
    const { created, state } = await manager.streams.info(stream);
    if (created !== this.created || state.last_seq < this.readTo) {
      this.created = created;
      this.readTo = 0;
      this.published.clear();
    }
    if (state.last_seq === this.readTo) {
      return;
    }
    for await (const message of messagesOf(this.nats, stream, subject, this.readTo + 1)) {
      const change = changeIn(message.string());
      if (change !== undefined && change.erased_member_ids.length > 0) {
        this.published.set(message.seq, { messageId: message.headers?.get('ce-id') ?? '', change });
      }
    }
    this.readTo = state.last_seq;
  }

  /**
   * The last sequence that every durable consumer has settled. Waits for a consumer that was lost with its stream too;
   * one that is missing from the stream it was on was deleted on purpose.
   */
  private async settledTo(): Promise<number> {
    const readers = new Map(
      (await readersOf(this.nats, stream, subject)).map(({ name, settledTo }) => [name, settledTo]),
    );
    const em = this.em.fork();
    await em.execute(
      `insert into erasure_reader (name, seen_at, stream_created)
       select name, now(), ? from jsonb_array_elements_text(?::jsonb) as seen (name)
       on conflict (name) do update set seen_at = excluded.seen_at, stream_created = excluded.stream_created`,
      [this.created, JSON.stringify([...readers.keys()])],
    );
    await em.execute(
      `delete from erasure_reader where seen_at < now() - interval '${lostConsumerWait}'
         or (stream_created = ? and seen_at < now() - interval '${deletedConsumerWait}')`,
      [this.created],
    );
    const names = await em.execute<{ name: string }[]>('select name from erasure_reader');
    return names.length === 0 ? 0 : Math.min(...names.map(({ name }) => readers.get(name) ?? 0));
  }
}

function changeIn(body: string): MembersChanged | undefined {
  try {
    return MembersChanged.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
