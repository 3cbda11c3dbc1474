import { AckPolicy, DeliverPolicy, JetStreamApiCodes, jetstreamManager } from '@nats-io/jetstream';
import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { Injectable } from '@nestjs/common';
import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { durableOf, streams } from '@warren/contracts';
import type { StreamSubject } from '@warren/contracts';
import { NatsConnectionManager } from '../connection/nats-connection.ts';
import { updateOrCreate } from '../connection/update-or-create.ts';
import { ParkedMessages } from '../parked/parked-messages.ts';
import { failpoint } from '../process/failpoint.ts';
import { Shutdown } from '../process/shutdown.ts';
import { pause } from '../process/time.ts';
import { headerIn, messageIdOf } from '../wire/headers-in.ts';
import { bodyOf, isStreamSubject } from '../wire/stream-bodies.ts';
import { withTrace } from '../wire/trace.ts';
import { jetstreamTransport } from './consumes.ts';
import { heartbeat } from './heartbeat.ts';
import { JetStreamContext } from './jetstream-context.ts';
import { UnreadableMessage, isFailure, reasonOf, settlementOf } from './settlement.ts';

const pullMs = 5_000;
const pauseMs = 1_000;
const unsettledMs = 5_000;

/**
 * Nest server for `@Consumes` handlers: one durable pull consumer per service and subject, one message at a time in each
 * of its loops, with heartbeats while the handler works, settled after it.
 */
@Injectable()
export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = jetstreamTransport;
  /** The error of a handler settles its message; Nest need not log it too. */
  override readonly propagatesEventHandlerErrors = true;
  private readonly closing = new AbortController();
  private readonly pulls = new Set<ConsumerMessages>();
  private readonly inFlight = new Set<string>();
  private readonly loops: Promise<void>[] = [];

  constructor(
    private readonly nats: NatsConnectionManager,
    private readonly parked: ParkedMessages,
    shutdown: Shutdown,
  ) {
    super();
    shutdown.register({
      name: 'stream messages',
      stopIntake: () => this.stopIntake(),
      finishWork: async () => Promise.allSettled(this.loops),
      unfinished: () => [...this.inFlight],
    });
  }

  listen(callback: (error?: unknown) => void): void {
    for (const [subject, handler] of this.messageHandlers) {
      if (!isStreamSubject(subject)) {
        callback(
          new Error(`${subject} is on no stream of the contracts; add it to libs/contracts/src/events.ts`),
        );
        return;
      }
      const wanted: unknown = handler.extras?.['concurrency'];
      const loops = typeof wanted === 'number' ? wanted : this.nats.options.concurrency;
      this.loops.push(...Array.from({ length: loops }, () => this.loop(subject)));
    }
    callback();
  }

  /** Called by Nest, after the shutdown has waited for the messages in flight. */
  close(): void {
    this.stopIntake();
  }

  on(): never {
    throw new Error('JetStreamServer has no events of its own; watch NatsConnectionManager');
  }

  unwrap(): never {
    throw new Error('JetStreamServer wraps no single client; use NatsConnectionManager');
  }

  /** Fetches no further message, and signals handlers to finish or hand back. */
  private stopIntake(): void {
    this.closing.abort();
    for (const pull of this.pulls) {
      void pull.close();
    }
  }

  private stopping(): boolean {
    return this.closing.signal.aborted;
  }

  private async loop(subject: StreamSubject): Promise<void> {
    let consumer: Consumer | undefined;
    while (!this.stopping()) {
      try {
        consumer ??= await this.consumerOf(subject);
        const message = await this.next(consumer);
        if (message !== undefined) {
          await this.process(subject, message);
        }
      } catch (error) {
        if (this.stopping()) {
          return;
        }
        // The connection is down, or the stream or consumer is missing: create them again once NATS answers.
        this.logger.warn(`${subject} cannot be read now (${String(error)}); retrying`);
        consumer = undefined;
        await pause(pauseMs, this.closing.signal);
        await this.nats.isUpWithin(Number.POSITIVE_INFINITY);
      }
    }
  }

  private async consumerOf(subject: StreamSubject): Promise<Consumer> {
    const { service, ackWaitMs } = this.nats.options;
    const stream = streams.find(({ subjects }) => subjects.includes(subject));
    if (stream === undefined) {
      throw new Error(`${subject} is on no stream`);
    }
    await this.nats.assertStreams();
    const durable = durableOf(service, subject);
    const { consumers } = await jetstreamManager(await this.nats.connected());
    const wanted = { ack_wait: nanos(ackWaitMs), max_ack_pending: 1_000 };
    await updateOrCreate(
      JetStreamApiCodes.ConsumerNotFound,
      () => consumers.update(stream.name, durable, wanted),
      () =>
        consumers.add(stream.name, {
          durable_name: durable,
          filter_subject: subject,
          ack_policy: AckPolicy.Explicit,
          deliver_policy: DeliverPolicy.All,
          ...wanted,
        }),
    );
    return (await this.nats.jetstream()).consumers.get(stream.name, durable);
  }

  /** Fetches one message, or none where the pull expired or was closed; the pull ends before the message is handled. */
  private async next(consumer: Consumer): Promise<JsMsg | undefined> {
    const pull = await consumer.fetch({ max_messages: 1, expires: pullMs });
    this.pulls.add(pull);
    try {
      if (this.stopping()) {
        // Not awaited: a pull closes once it is read.
        void pull.close();
      }
      for await (const message of pull) {
        return message;
      }
      return undefined;
    } finally {
      this.pulls.delete(pull);
    }
  }

  private async process(subject: StreamSubject, message: JsMsg): Promise<void> {
    if (this.stopping()) {
      message.nak();
      return;
    }
    const { heartbeatMs, maxWorkMs } = this.nats.options;
    const messageId = messageIdOf(message);
    const context = new JetStreamContext(subject, messageId, this.closing.signal);
    const inFlight = `${subject} ${messageId}`;
    this.inFlight.add(inFlight);
    const stop = heartbeat(message, context, heartbeatMs, maxWorkMs);
    let thrown: unknown;
    try {
      await withTrace(headerIn(message.headers, 'traceparent'), () => this.handle(subject, message, context));
    } catch (error) {
      thrown = error ?? new Error('the handler threw nothing');
    } finally {
      stop();
    }
    try {
      await failpoint('message.before-ack');
      await this.settle(context, message, thrown);
      await failpoint('message.after-ack');
    } catch (error) {
      this.logger.warn(
        `${subject} ${messageId} could not be settled (${String(error)}); it will be redelivered`,
      );
      message.nak(unsettledMs);
    } finally {
      this.inFlight.delete(inFlight);
    }
  }

  private async handle(subject: StreamSubject, message: JsMsg, context: JetStreamContext): Promise<void> {
    const body = readBody(subject, message);
    const handler = this.getHandlerByPattern(subject);
    const result: unknown = await handler?.(body, context);
    // Nest's proxy returns an Observable whose work ends when it completes: wait for that before settling.
    if (isObservable(result)) {
      await lastValueFrom(result, { defaultValue: undefined });
    }
  }

  private async settle(context: JetStreamContext, message: JsMsg, thrown: unknown): Promise<void> {
    const { subject, messageId } = context;
    const failures = isFailure(thrown)
      ? await this.parked.countFailure(subject, messageId, reasonOf(thrown))
      : 0;
    const settlement = settlementOf(thrown, failures, this.nats.options.maxAttempts);
    if (settlement.kind === 'ack') {
      message.ack();
      if (message.redelivered) {
        await this.parked.forgetFailures(subject, messageId);
      }
    } else if (settlement.kind === 'nak') {
      this.logger.debug?.(`${subject} ${messageId} again in ${settlement.delayMs} ms: ${reasonOf(thrown)}`);
      message.nak(settlement.delayMs);
    } else {
      this.logger.error(`${subject} ${messageId} is parked: ${settlement.reason}`);
      await this.parked.park(subject, messageId, message.string(), settlement.reason);
      message.term();
    }
  }
}

function readBody(subject: StreamSubject, message: JsMsg): unknown {
  let json: unknown;
  try {
    json = message.json();
  } catch {
    // The message of JSON.parse quotes the body, and the reason goes into the log.
    throw new UnreadableMessage('the body is not JSON');
  }
  const body = bodyOf(subject).safeParse(json);
  if (!body.success) {
    throw new UnreadableMessage(
      body.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  }
  return body.data;
}
