import { Injectable } from '@nestjs/common';
import { ServerNats } from '@nestjs/microservices';
import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { MessagingOptions } from '../options.ts';
import { pause, within } from '../time.ts';

const drainMs = 5_000;

/** Nest's NATS server for `@Answers` handlers: one queue group a service, reconnecting for ever, drained at the end. */
@Injectable()
export class RequestServer extends ServerNats {
  private inHand = 0;
  private taken: Subscription[] = [];
  private connection: NatsConnection | undefined;
  private closed: Promise<void> | undefined;

  constructor(private readonly messaging: MessagingOptions) {
    super({
      servers: messaging.servers,
      name: `${messaging.service} requests`,
      maxReconnectAttempts: -1,
      waitOnFirstConnect: true,
      reconnectTimeWait: 500,
      pingInterval: 10_000,
      maxPingOut: 2,
      ignoreAuthErrorAbort: true,
    });
    this.setOnProcessingStartHook((_transport, _context, done) => {
      this.inHand += 1;
      done().catch((error: unknown) => this.report(error));
    });
    this.setOnProcessingEndHook(() => {
      this.inHand -= 1;
    });
  }

  /** As Nest's own, but done only when NATS knows the subscriptions: a request sent right after that is answered. */
  override async listen(callback: (error?: unknown) => void): Promise<void> {
    await super.listen((error?: unknown) => {
      if (error !== undefined || this.connection === undefined) {
        callback(error);
        return;
      }
      this.connection.flush().then(() => callback(), callback);
    });
  }

  /** As Nest's own, but the subscriptions stay in reach: Nest closes the connection before replies have left. */
  override bindEvents(connection: NatsConnection): void {
    this.connection = connection;
    this.taken = [...this.getHandlers().keys()].map((subject) =>
      connection.subscribe(subject, {
        queue: this.messaging.service,
        callback: (error, message) => {
          if (error !== null) {
            this.report(error);
            return;
          }
          this.handleMessage(subject, message).catch((failure: unknown) => this.report(failure));
        },
      }),
    );
  }

  /** Takes no new request, answers those that have arrived, then closes; all within 5 s. */
  override async close(): Promise<void> {
    this.closed ??= within(drainMs, this.finish(Date.now() + drainMs)).then(() => super.close());
    await this.closed;
  }

  private report(error: unknown): void {
    this.logger.error(error);
  }

  private async finish(until: number): Promise<void> {
    await Promise.all(this.taken.map((subscription) => subscription.drain()));
    while (this.inHand > 0 && Date.now() < until) {
      await pause(10);
    }
    await this.connection?.flush();
  }
}
