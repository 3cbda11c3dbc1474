import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StreamInput, StreamSubject } from '@warren/contracts';
import { bodyOf } from '../wire/stream-bodies.ts';
import { traceparent } from '../wire/trace.ts';
import { OutboxMessage } from './outbox-message.entity.ts';
import { OutboxRelay } from './outbox-relay.ts';

/** NATS carries 1 MB; a larger body would be accepted here and rejected there on every attempt. */
const maxBodyBytes = 900_000;

/** Only way to publish an event or a job: a row in the caller's transaction, published once that has committed. */
@Injectable()
export class Outbox {
  constructor(private readonly relay: OutboxRelay) {}

  /**
   * Adds a message to the transaction of `em`.
   * @throws RangeError where the body is larger than a message may be
   */
  add<S extends StreamSubject>(em: EntityManager, subject: S, input: StreamInput<S>): void {
    const body = JSON.stringify(bodyOf(subject).parse(input));
    const bytes = Buffer.byteLength(body);
    if (bytes > maxBodyBytes) {
      throw new RangeError(`${subject} of ${bytes} bytes is over ${maxBodyBytes}: send fewer ids`);
    }
    em.persist(
      em.create(OutboxMessage, {
        messageId: randomUUID(),
        subject,
        body,
        traceparent: traceparent(),
        createdAt: new Date(),
      }),
    );
    this.relay.wakeAfterCommit(em);
  }
}
