import type { EventSubscriber } from '@mikro-orm/core';
import { EntityManager, raw } from '@mikro-orm/postgresql';
import { headers } from '@nats-io/transport-node';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { NatsConnectionManager } from '../connection/nats-connection.ts';
import { failpoint } from '../process/failpoint.ts';
import { Shutdown } from '../process/shutdown.ts';
import { withoutRequest } from '../requests/in-flight-requests.ts';
import { OutboxMessage } from './outbox-message.entity.ts';
import { StreamLossDetector, acquirePublishLock } from './stream-loss-detector.ts';

const batch = 200;
const publishMs = 5_000;
const keptDays = 7;
/** Polls between two checks for lost streams. */
const checkEveryPolls = 5;

/**
 * Publishes the messages of the outbox, woken after a commit, else by polling. Several may run: each batch is locked
 * (`for update skip locked`). The message id makes a second publication within the duplicate window harmless, and every
 * consumer's inbox makes a later one so.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap {
  private readonly logger = new Logger(OutboxRelay.name);
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private streamsInDoubt = true;
  private timer: NodeJS.Timeout | undefined;
  /** By this process's monotonic clock. */
  private purgedAt = Number.NEGATIVE_INFINITY;
  private checkedAt = Number.NEGATIVE_INFINITY;
  private readonly waiting = new WeakSet<object>();

  constructor(
    private readonly em: EntityManager,
    private readonly nats: NatsConnectionManager,
    private readonly lossDetector: StreamLossDetector,
    shutdown: Shutdown,
  ) {
    shutdown.register({ name: 'outbox', publish: async (limit) => this.stop(limit) });
  }

  onApplicationBootstrap(): void {
    const onCommit: EventSubscriber = {
      afterTransactionCommit: (args) => {
        const committed: unknown = args.transaction;
        if (typeof committed === 'object' && committed !== null && this.waiting.delete(committed)) {
          this.wake();
        }
      },
    };
    this.em.getEventManager().registerSubscriber(onCommit);
    this.timer = setInterval(() => this.wake(), this.nats.options.pollMs);
  }

  /**
   * Publishes what the last handlers have written, then stops polling: the database is about to be closed. What is
   * still unpublished when `limit` fires stays in the outbox, for another relay or the next start.
   */
  private async stop(limit: AbortSignal): Promise<void> {
    clearInterval(this.timer);
    limit.addEventListener('abort', () => (this.stopped = true), { once: true });
    this.wake();
    while (this.running !== undefined) {
      await this.running;
    }
    this.stopped = true;
  }

  /** Publishes as soon as the transaction of `em` has committed. */
  wakeAfterCommit(em: EntityManager): void {
    const transaction: unknown = em.getTransactionContext();
    if (typeof transaction === 'object' && transaction !== null) {
      this.waiting.add(transaction);
    }
  }

  /** Publishes now; a run in progress is followed by another. */
  wake(): void {
    if (this.stopped) {
      return;
    }
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    // Woken by a request, it also publishes what others have written.
    this.running = withoutRequest(() => this.drain())
      .catch((error: unknown) => this.logger.warn(`The outbox cannot be published now: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async drain(): Promise<void> {
    if (!this.nats.isUp()) {
      return;
    }
    if (this.streamsInDoubt) {
      await this.nats.assertStreams();
      this.streamsInDoubt = false;
      this.checkedAt = Number.NEGATIVE_INFINITY;
    }
    if (performance.now() - this.checkedAt >= this.nats.options.pollMs * checkEveryPolls) {
      await this.checkForLoss();
    }
    while (!this.stopped && (await this.anyWaits()) && (await this.publishBatch()) === batch) {
      // the condition does it all
    }
    await this.purge();
  }

  private async checkForLoss(): Promise<void> {
    this.checkedAt = performance.now();
    try {
      await this.lossDetector.check();
    } catch (error) {
      // A missing stream is created before the next check.
      this.streamsInDoubt = true;
      throw error;
    }
  }

  /** One statement in place of a transaction of four, since an idle service polls all day and finds nothing. */
  private async anyWaits(): Promise<boolean> {
    const waiting = await this.em
      .fork()
      .execute('select from outbox_message where published_at is null limit 1');
    return waiting.length > 0;
  }

  private async publishBatch(): Promise<number> {
    const em = this.em.fork();
    return em.transactional(async (tx) => {
      await acquirePublishLock(tx);
      const messages = await nextIn(tx);
      if (messages.length === 0) {
        return 0;
      }
      await failpoint('outbox.before-publish');
      const published = await this.publish(messages);
      await failpoint('outbox.after-publish');
      // By the database's clock, which alone decides what is old enough to be deleted, or recent enough to be waited for.
      const ids = published.map(({ id }) => id);
      await tx.nativeUpdate(OutboxMessage, { id: { $in: ids } }, { publishedAt: raw('clock_timestamp()') });
      return published.length;
    });
  }

  /** Publishes in order; a message that is rejected delays no other. */
  private async publish(messages: readonly Waiting[]): Promise<Waiting[]> {
    const js = await this.nats.jetstream();
    const outcomes = await Promise.allSettled(
      messages.map(async (message) =>
        js.publish(message.subject, message.body, {
          msgID: message.messageId,
          timeout: publishMs,
          headers: this.headersOf(message),
        }),
      ),
    );
    const rejected = outcomes.find((outcome) => outcome.status === 'rejected');
    if (rejected !== undefined) {
      // A stream may be lost with its store.
      this.streamsInDoubt = true;
      this.logger.warn(`The outbox cannot be published now: ${String(rejected.reason)}`);
    }
    return messages.filter((_, at) => outcomes[at]?.status === 'fulfilled');
  }

  /** Headers by CloudEvents 1.0 in binary mode: the attributes, so that the body is the data alone. */
  private headersOf(message: Waiting): ReturnType<typeof headers> {
    const head = headers();
    head.set('ce-specversion', '1.0');
    head.set('ce-id', message.messageId);
    head.set('ce-type', message.subject);
    head.set('ce-source', `/warren/${this.nats.options.service}`);
    head.set('ce-time', new Date(message.createdAt).toISOString());
    head.set('content-type', 'application/json');
    head.set('traceparent', message.traceparent);
    return head;
  }

  /** Deletes published rows after a time in which a lost stream can be filled again from them. */
  private async purge(): Promise<void> {
    if (performance.now() - this.purgedAt < 10 * 60_000) {
      return;
    }
    this.purgedAt = performance.now();
    await this.em
      .fork()
      .execute(`delete from outbox_message where published_at < now() - ? * interval '1 day'`, [keptDays]);
  }
}

/** Message of the outbox as it is read for publication. */
type Waiting = Pick<OutboxMessage, 'id' | 'messageId' | 'subject' | 'body' | 'traceparent'> & {
  readonly createdAt: string | Date;
};

/**
 * Reads the next messages to publish, locked against other relays. As plain rows: as entities, which the ORM compares at
 * the commit, they took 1.5 times as long.
 */
async function nextIn(em: EntityManager): Promise<Waiting[]> {
  return em.execute<Waiting[]>(
    `select id, message_id as "messageId", subject, body, traceparent, created_at as "createdAt"
     from outbox_message where published_at is null order by id limit ? for update skip locked`,
    [batch],
  );
}
