import {
  DeadlineExceeded,
  InternalError,
  InvalidRequest,
  ServiceUnavailable,
  WireError,
  fromWireError,
  requestAbandonedSubject,
} from '@warren/contracts';
import type { ReplyOf, RequestAbandoned, RequestInput, RequestSubject } from '@warren/contracts';
import { Injectable } from '@nestjs/common';
import { createInbox, headers } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { NatsConnectionManager } from '../connection/nats-connection.ts';
import { traceparent } from '../wire/trace.ts';
import { contractOf, fieldErrors } from './answers.ts';
import { deadlineHeader } from './deadline.ts';
import { whoAsked } from './in-flight-requests.ts';
import { ReplyPacket, joinReply } from './packets.ts';
import type { ReplyPart } from './packets.ts';
import { keepAliveHeader, keepAlivesPerTimeout } from './keep-alive.ts';

/** How long a request waits for NATS to come back. */
const reachableMs = 2_000;
/** Room for a request's headers within what NATS carries. */
const headerBytes = 1_000;

/** How long a caller waits for a reply. */
export interface RequestOptions {
  /** The contract's own deadline by default. */
  readonly deadlineMs?: number;
  /** Aborted when the reply is wanted no more; by default, when who asked for what is being done waits no more. */
  readonly signal?: AbortSignal | undefined;
}

/** Asks other services over NATS: typed by subject, with a deadline, failing with the error the service threw. */
@Injectable()
export class RequestClient {
  constructor(private readonly broker: NatsConnectionManager) {}

  /**
   * Sends a request and waits for its reply. Who answers is told when nobody waits any more.
   * @throws ServiceUnavailable where nobody answers the subject, whoever does falls silent, or NATS goes away;
   * DeadlineExceeded where the answer is late; the signal's reason where that is aborted
   */
  async ask<S extends RequestSubject>(
    subject: S,
    input: RequestInput<S>,
    { deadlineMs, signal = whoAsked()?.signal }: RequestOptions = {},
  ): Promise<ReplyOf<S>> {
    const contract = contractOf(subject);
    const request = contract.request.safeParse(input);
    if (!request.success) {
      throw InvalidRequest.of(fieldErrors(request.error));
    }
    const deadline = deadlineMs ?? contract.deadline_ms;
    const isUp = await this.broker.isUpWithin(Math.min(deadline, reachableMs), signal);
    const connection = isUp ? await this.broker.connected() : undefined;
    signal?.throwIfAborted();
    if (connection === undefined) {
      throw new ServiceUnavailable(`NATS is not reachable, so ${subject} cannot be asked; try again.`, {
        subject,
      });
    }
    const reply = contract.reply.safeParse(await this.exchange(connection, subject, input, deadline, signal));
    if (!reply.success) {
      throw new InternalError(`The reply to ${subject} breaks its contract`, {}, { cause: reply.error });
    }
    return reply.data;
  }

  private async exchange(
    connection: NatsConnection,
    subject: string,
    data: unknown,
    deadline: number,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const packet = JSON.stringify({ id: randomUUID(), pattern: subject, data });
    const bytes = Buffer.byteLength(packet);
    const most = connection.info?.max_payload ?? Number.POSITIVE_INFINITY;
    if (bytes > most - headerBytes) {
      throw new InvalidRequest(
        `${subject} of ${bytes} bytes is over the ${most} that NATS carries; send less.`,
      );
    }
    const inbox = createInbox();
    const subscription = connection.subscribe(inbox);
    const { idleTimeoutMs } = this.broker.options;
    const idle = new AbortController();
    const giveUp = (): void => subscription.unsubscribe();
    const late = setTimeout(giveUp, deadline);
    const idleTimer = setTimeout(() => idle.abort(), idleTimeoutMs);
    const timesLost = this.broker.disconnectCount();
    const enough = AbortSignal.any([
      idle.signal,
      this.broker.outageSignal(),
      ...(signal === undefined ? [] : [signal]),
    ]);
    enough.addEventListener('abort', giveUp, { once: true });
    const head = headers();
    head.set('traceparent', traceparent());
    head.set(deadlineHeader, String(deadline));
    head.set(keepAliveHeader, String(Math.ceil(idleTimeoutMs / keepAlivesPerTimeout)));
    try {
      connection.publish(subject, packet, { reply: inbox, headers: head });
      const parts: ReplyPart[] = [];
      for await (const message of subscription) {
        idleTimer.refresh();
        const packetBack = readPacket(message, subject);
        if (packetBack.err !== undefined) {
          throw revive(packetBack.err);
        }
        if (packetBack.response !== undefined) {
          parts.push(packetBack.response);
        }
        const reply = joinReply(parts);
        if (reply !== undefined) {
          return reply;
        }
      }
    } finally {
      clearTimeout(late);
      clearTimeout(idleTimer);
      enough.removeEventListener('abort', giveUp);
      subscription.unsubscribe();
    }
    abandon(connection, inbox);
    signal?.throwIfAborted();
    if (this.broker.disconnectCount() !== timesLost) {
      throw new ServiceUnavailable(`NATS went away while ${subject} was asked; try again.`, { subject });
    }
    if (idle.signal.aborted) {
      throw new ServiceUnavailable(`Whoever worked on ${subject} is gone or stands still; try again.`, {
        subject,
      });
    }
    throw new DeadlineExceeded(`${subject} was not answered within ${deadline} ms; try again later.`, {
      subject,
    });
  }
}

/** Tells who works on the reply that nobody waits for it. It may be lost: the deadline went with the request. */
function abandon(connection: NatsConnection, inbox: string): void {
  const abandoned: RequestAbandoned = { reply_to: inbox };
  try {
    connection.publish(requestAbandonedSubject, JSON.stringify(abandoned));
  } catch {
    // The connection is closed.
  }
}

function readPacket(message: Msg, subject: string): ReplyPacket {
  if (message.data.length === 0 && message.headers?.code === 503) {
    throw new ServiceUnavailable(`No service answers ${subject} now; try again in a moment.`, { subject });
  }
  const packet = ReplyPacket.safeParse(message.json());
  if (!packet.success) {
    throw new InternalError(`The reply to ${subject} is not readable`, {}, { cause: packet.error });
  }
  return packet.data;
}

function revive(err: NonNullable<ReplyPacket['err']>): Error {
  const wire = WireError.safeParse(err);
  return wire.success
    ? fromWireError(wire.data)
    : new InternalError(typeof err === 'string' ? err : err.message);
}
