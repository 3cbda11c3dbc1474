import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { jetstreamManager } from '@nats-io/jetstream';
import { MembersChanged } from '@warren/contracts';
import { NatsConnectionManager, Shutdown, deleteSecurely, messagesOf, readersOf } from '@warren/messaging';

const stream = 'EVENTS';
const subject = 'members.changed';
const lookEveryPolls = 5;
/** A durable consumer that was lost with its stream is waited for so long: nothing in a stream is older. */
const waitedFor = '7 days';
/** One that was deleted, where its stream is the same, for so long: it may be made anew with other settings. */
const deletedFor = '10 seconds';

/**
 * An erasure is told by the ids of who was erased, and no longer than until it was heard: once every durable consumer has
 * settled the event, it is deleted from the stream, its bytes written over, and the ids go from the outbox.
 */
@Injectable()
export class ToldErasures implements OnApplicationBootstrap {
  private readonly logger = new Logger(ToldErasures.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  /** Of the stream that was created then, what was read so far, and the erasures in it. */
  private created = '';
  private readTo = 0;
  private readonly told = new Map<number, { messageId: string; change: MembersChanged }>();

  constructor(
    private readonly em: EntityManager,
    private readonly broker: NatsConnectionManager,
    shutdown: Shutdown,
  ) {
    shutdown.register({
      name: 'removal of published erasures',
      stopIntake: () => clearInterval(this.timer),
      finishWork: async () => this.looking,
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), this.broker.options.pollMs * lookEveryPolls).unref();
  }

  private wake(): void {
    if (this.looking === undefined && this.broker.isUp()) {
      this.looking = this.look()
        .catch((error: unknown) => this.logger.debug(`Erasures stay told for longer: ${String(error)}`))
        .finally(() => {
          this.looking = undefined;
        });
    }
  }

  /** Looks once for erasures that everybody has heard. */
  async look(): Promise<void> {
    await this.read();
    if (this.told.size === 0) {
      return;
    }
    const heardTo = await this.heardTo();
    const manager = await jetstreamManager(await this.broker.connected());
    for (const [seq, { messageId, change }] of this.told) {
      if (seq <= heardTo) {
        // First the row: where this process ends in between, the event is found in the stream again.
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
        this.told.delete(seq);
      }
    }
  }

  private async read(): Promise<void> {
    const manager = await jetstreamManager(await this.broker.connected());
    const { created, state } = await manager.streams.info(stream);
    if (created !== this.created || state.last_seq < this.readTo) {
      this.created = created;
      this.readTo = 0;
      this.told.clear();
    }
    if (state.last_seq === this.readTo) {
      return;
    }
    for await (const message of messagesOf(this.broker, stream, subject, this.readTo + 1)) {
      const change = changeIn(message.string());
      if (change !== undefined && change.erased_member_ids.length > 0) {
        this.told.set(message.seq, { messageId: message.headers?.get('ce-id') ?? '', change });
      }
    }
    this.readTo = state.last_seq;
  }

  /**
   * Up to where every durable consumer has settled all. One that was lost with its stream is waited for too; one that is
   * missing from a stream it was on was deleted on purpose.
   */
  private async heardTo(): Promise<number> {
    const readers = new Map(
      (await readersOf(this.broker, stream, subject)).map(({ name, settledTo }) => [name, settledTo]),
    );
    const em = this.em.fork();
    await em.execute(
      `insert into erasure_reader (name, seen_at, stream_created)
       select name, now(), ? from jsonb_array_elements_text(?::jsonb) as seen (name)
       on conflict (name) do update set seen_at = excluded.seen_at, stream_created = excluded.stream_created`,
      [this.created, JSON.stringify([...readers.keys()])],
    );
    await em.execute(
      `delete from erasure_reader where seen_at < now() - interval '${waitedFor}'
         or (stream_created = ? and seen_at < now() - interval '${deletedFor}')`,
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
