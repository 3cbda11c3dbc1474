import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { Injectable, Optional } from '@nestjs/common';
import { ServerNats } from '@nestjs/microservices';
import {
  InvalidRequest,
  RequestAbandoned,
  ServiceUnavailable,
  requestAbandonedSubject,
  toWireError,
} from '@warren/contracts';
import type { ServiceError } from '@warren/contracts';
import { connectionOptions } from '@warren/nats';
import { MessagingOptions } from '../connection/options.ts';
import { Shutdown } from '../process/shutdown.ts';
import { pause, settlesWithin } from '../process/time.ts';
import { actorOf, withActor } from '../wire/actor.ts';
import { parseBody } from '../wire/parse-body.ts';
import { deadlineOf } from './deadline.ts';
import { FailedRequests } from './failed-requests.ts';
import { InFlightRequests } from './in-flight-requests.ts';
import { startKeepAlive } from './keep-alive.ts';
import { RequestPacket } from './packets.ts';

const drainMs = 5_000;

/** Nest's NATS server for `@Answers` handlers: one queue group per service, reconnecting without a limit, drained at the end. */
@Injectable()
export class RequestServer extends ServerNats {
  private readonly inFlight: InFlightRequests;
  private requestSubscriptions: Subscription[] = [];
  private connection: NatsConnection | undefined;
  private draining: Promise<unknown> | undefined;
  private closed: Promise<void> | undefined;

  constructor(
    private readonly messaging: MessagingOptions,
    shutdown: Shutdown,
    @Optional() failures?: FailedRequests,
  ) {
    super({
      ...connectionOptions(messaging.connection),
      inboxPrefix: messaging.inboxPrefix,
      name: `${messaging.service} requests`,
      maxReconnectAttempts: -1,
      waitOnFirstConnect: true,
      reconnectTimeWait: 500,
      pingInterval: messaging.heartbeatMs,
      maxPingOut: 2,
      ignoreAuthErrorAbort: true,
      deserializer: { deserialize: readRequest },
    });
    this.inFlight = new InFlightRequests(failures);
    shutdown.register({
      name: 'requests',
      stopIntake: () => void this.stopIntake(),
      finishWork: async () => this.close(),
      unfinished: () => this.inFlight.subjects(),
    });
  }

  /** As Nest's own, but ends only when NATS has the subscriptions: a request sent right after that is answered. */
  override async listen(callback: (error?: unknown) => void): Promise<void> {
    await super.listen((error?: unknown) => {
      if (error !== undefined || this.connection === undefined) {
        callback(error);
        return;
      }
      this.connection.flush().then(() => callback(), callback);
    });
  }

  /** As Nest's own, but keeps the subscriptions: Nest closes the connection before replies have been sent. */
  override bindEvents(connection: NatsConnection): void {
    this.connection = connection;
    this.requestSubscriptions = [...this.getHandlers().keys()].map((subject) =>
      connection.subscribe(subject, {
        queue: this.messaging.service,
        callback: (error, message) => {
          if (error !== null) {
            this.report(error);
            return;
          }
          // The server checks no rights to where JetStream delivers what somebody stored: a service could have it delivered
          // here, as a request that it may not send. Such a message has no inbox for its reply.
          if (message.reply?.startsWith('_INBOX.') !== true) {
            return;
          }
          withActor(actorOf(message.headers), async () => this.accept(subject, message)).catch(
            (failure: unknown) => this.report(failure),
          );
        },
      }),
    );
    // Without a queue group: only one replica has the request, and it is not known which.
    connection.subscribe(requestAbandonedSubject, {
      callback: (error, message) => {
        const abandoned = error === null ? parseBody(message, RequestAbandoned) : undefined;
        if (abandoned !== undefined) {
          this.inFlight.abandon(abandoned.reply_to);
        }
      },
    });
  }

  /** Accepts no further request, answers those that have arrived, then closes; all within 5 s. */
  override async close(): Promise<void> {
    this.closed ??= settlesWithin(drainMs, this.finish(performance.now() + drainMs)).then(() =>
      super.close(),
    );
    await this.closed;
  }

  private async accept(subject: string, message: Msg): Promise<void> {
    if (this.inFlight.size >= this.messaging.maxRequests) {
      this.reject(subject, message, this.saturated(subject));
      return;
    }
    const deadlineMs = deadlineOf(subject, message.headers);
    const stopKeepAlive = startKeepAlive(message.headers, (data) => message.respond(data));
    try {
      await this.inFlight.track({ subject, replyTo: message.reply, deadlineMs }, () =>
        this.handleMessage(subject, message),
      );
    } catch (error) {
      if (!(error instanceof InvalidRequest)) {
        throw error;
      }
      this.reject(subject, message, error);
    } finally {
      stopKeepAlive();
    }
  }

  /** Rejecting when saturated, in place of an unbounded queue, lets the caller retry or go elsewhere. */
  private saturated(subject: string): ServiceUnavailable {
    const { service, maxRequests } = this.messaging;
    return new ServiceUnavailable(
      `${service} already answers ${maxRequests} requests; retry ${subject} in a moment.`,
      { subject },
    );
  }

  private reject(subject: string, message: Msg, why: ServiceError): void {
    this.logger.debug?.(`${subject} was rejected: ${why.message}`);
    message.respond(JSON.stringify({ err: toWireError(why), isDisposed: true }));
  }

  private report(error: unknown): void {
    this.logger.error(error);
  }

  /** Accepts no further request; those that NATS has sent already still arrive. */
  private async stopIntake(): Promise<void> {
    this.draining ??= Promise.allSettled(
      this.requestSubscriptions.map(async (subscription) => subscription.drain()),
    );
    await this.draining;
  }

  private async finish(until: number): Promise<void> {
    await this.stopIntake();
    while (this.inFlight.size > 0 && performance.now() < until) {
      await pause(10);
    }
    await this.connection?.flush();
  }
}

/**
 * Parses a request as Nest's client sends it.
 * @throws InvalidRequest where it is none: Nest would take it for an event, and its sender would wait for a reply
 */
function readRequest(message: Msg): RequestPacket {
  const packet = parseBody(message, RequestPacket);
  if (packet === undefined) {
    throw new InvalidRequest('A request is JSON as Nest sends it: {"id":"…","pattern":"…","data":{…}}.');
  }
  return packet;
}
