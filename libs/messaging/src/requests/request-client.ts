import {
  DeadlineExceeded,
  InternalError,
  InvalidRequest,
  ServiceUnavailable,
  WireError,
  fromWireError,
} from '@warren/contracts';
import type { ReplyOf, RequestInput, RequestSubject } from '@warren/contracts';
import { Injectable } from '@nestjs/common';
import { createInbox, headers } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { Broker } from '../broker.ts';
import { traceparent } from '../trace.ts';
import { contractOf, fieldErrors } from './answers.ts';
import { ReplyPacket, joinReply } from './packets.ts';
import type { ReplyPart } from './packets.ts';

/** How long a request waits for NATS to come back. */
const reachableMs = 2_000;
/** Room for a request's headers within what NATS carries. */
const headerBytes = 1_000;

/** Asks other services over NATS: typed by subject, with a deadline, failing with the error the service threw. */
@Injectable()
export class RequestClient {
  constructor(private readonly broker: Broker) {}

  /**
   * Sends a request and waits for its reply.
   * @param deadlineMs how long to wait; the contract's own deadline by default
   * @throws ServiceUnavailable where nobody answers the subject, DeadlineExceeded where the answer is late
   */
  async ask<S extends RequestSubject>(
    subject: S,
    input: RequestInput<S>,
    deadlineMs?: number,
  ): Promise<ReplyOf<S>> {
    const contract = contractOf(subject);
    const request = contract.request.safeParse(input);
    if (!request.success) {
      throw InvalidRequest.of(fieldErrors(request.error));
    }
    const deadline = deadlineMs ?? contract.deadline_ms;
    if (!(await this.broker.isUpWithin(Math.min(deadline, reachableMs)))) {
      throw new ServiceUnavailable(`NATS is not reachable, so ${subject} cannot be asked; try again.`, {
        subject,
      });
    }
    const connection = await this.broker.connected();
    const reply = contract.reply.safeParse(await exchange(connection, subject, input, deadline));
    if (!reply.success) {
      throw new InternalError(`The reply to ${subject} breaks its contract`, {}, { cause: reply.error });
    }
    return reply.data;
  }
}

async function exchange(
  connection: NatsConnection,
  subject: string,
  data: unknown,
  deadline: number,
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
  const late = setTimeout(() => subscription.unsubscribe(), deadline);
  const head = headers();
  head.set('traceparent', traceparent());
  try {
    connection.publish(subject, packet, { reply: inbox, headers: head });
    const parts: ReplyPart[] = [];
    for await (const message of subscription) {
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
    subscription.unsubscribe();
  }
  throw new DeadlineExceeded(`${subject} was not answered within ${deadline} ms; try again later.`, {
    subject,
  });
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
