import { randomUUID } from 'node:crypto';
import { createInbox, headers } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { Injectable } from '@nestjs/common';
import {
  DeadlineExceeded,
  InternalError,
  InvalidRequest,
  ServiceUnavailable,
  WireError,
  actorHeader,
  fromWireError,
  requestAbandonedSubject,
} from '@warren/contracts';
import type { ReplyOf, RequestAbandoned, RequestInput, RequestSubject } from '@warren/contracts';
import { NatsConnectionManager } from '../connection/nats-connection.ts';
import { actorInHeader, currentActor, serviceActor } from '../wire/actor.ts';
import { traceparent } from '../wire/trace.ts';
import { contractOf, fieldErrors } from './answers.ts';
import { deadlineHeader } from './deadline.ts';
import { currentRequest } from './in-flight-requests.ts';
import { keepAliveHeader, keepAlivesPerTimeout } from './keep-alive.ts';
import { ReplyPacket, joinReply } from './packets.ts';
import type { ReplyPart } from './packets.ts';

/** Time that a request waits for a connection to NATS. */
const reachableMs = 2_000;
/** Bytes kept for a request's headers within NATS's largest message. */
const headerBytes = 5_000;

/** Limits of a caller's wait for a reply. */
interface RequestOptions {
  /** Deadline; by default that of the contract. */
  readonly deadlineMs?: number;
  /** Fires when the reply is no longer needed; by default the signal of the current request. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests to other services over NATS: typed by subject, with a deadline, failing with the error that was thrown. */
@Injectable()
export class RequestClient {
  constructor(private readonly nats: NatsConnectionManager) {}

  /**
   * Sends a request and waits for its reply. Notifies the service where it no longer waits.
   * @throws ServiceUnavailable where no service answers the subject, sends neither reply nor keep-alive, or NATS fails;
   * DeadlineExceeded where the reply is late; the signal's reason where that fires
   */
  async ask<S extends RequestSubject>(
    subject: S,
    input: RequestInput<S>,
    { deadlineMs, signal = currentRequest()?.signal }: RequestOptions = {},
  ): Promise<ReplyOf<S>> {
    const contract = contractOf(subject);
    const request = contract.request.safeParse(input);
    if (!request.success) {
      throw InvalidRequest.of(fieldErrors(request.error));
    }
    const deadline = deadlineMs ?? contract.deadline_ms;
    const isUp = await this.nats.isUpWithin(Math.min(deadline, reachableMs), signal);
    const connection = isUp ? await this.nats.connected() : undefined;
    signal?.throwIfAborted();
    if (connection === undefined) {
      throw new ServiceUnavailable(`NATS is not reachable, so ${subject} cannot be requested; try again.`, {
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
    const inbox = createInbox(this.nats.options.inboxPrefix);
    const subscription = connection.subscribe(inbox);
    const { idleTimeoutMs, service } = this.nats.options;
    const idle = new AbortController();
    const giveUp = (): void => subscription.unsubscribe();
    const late = setTimeout(giveUp, deadline);
    const idleTimer = setTimeout(() => idle.abort(), idleTimeoutMs);
    const disconnectsBefore = this.nats.disconnectCount();
    const ended = AbortSignal.any([
      idle.signal,
      this.nats.outageSignal(),
      ...(signal === undefined ? [] : [signal]),
    ]);
    ended.addEventListener('abort', giveUp, { once: true });
    const head = headers();
    head.set('traceparent', traceparent());
    head.set(actorHeader, actorInHeader(currentActor() ?? serviceActor(service)));
    head.set(deadlineHeader, String(deadline));
    head.set(keepAliveHeader, String(Math.ceil(idleTimeoutMs / keepAlivesPerTimeout)));
    try {
      connection.publish(subject, packet, { reply: inbox, headers: head });
      const parts: ReplyPart[] = [];
      for await (const message of subscription) {
        idleTimer.refresh();
        const packetBack = readPacket(message, subject);
        if (packetBack.err !== undefined) {
          throw errorOf(packetBack.err);
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
      ended.removeEventListener('abort', giveUp);
      subscription.unsubscribe();
    }
    abandon(connection, inbox);
    signal?.throwIfAborted();
    if (this.nats.disconnectCount() !== disconnectsBefore) {
      throw new ServiceUnavailable(`The connection to NATS was lost during ${subject}; try again.`, {
        subject,
      });
    }
    if (idle.signal.aborted) {
      throw new ServiceUnavailable(`The service that works on ${subject} no longer responds; try again.`, {
        subject,
      });
    }
    throw new DeadlineExceeded(`${subject} was not answered within ${deadline} ms; try again later.`, {
      subject,
    });
  }
}

/** Notifies the service that its caller no longer waits. May be lost: the service knows the deadline too. */
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

function errorOf(err: NonNullable<ReplyPacket['err']>): Error {
  const wire = WireError.safeParse(err);
  return wire.success
    ? fromWireError(wire.data)
    : new InternalError(typeof err === 'string' ? err : err.message);
}
