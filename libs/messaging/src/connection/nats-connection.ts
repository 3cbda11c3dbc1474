import { Injectable, Logger } from '@nestjs/common';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamClient } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { MessagingOptions } from './options.ts';
import { assertStreams } from './streams.ts';
import { Shutdown } from '../process/shutdown.ts';
import { pause, settlesWithin } from '../process/time.ts';

const reconnectMs = 500;
const noticeMs = 2_000;
const drainMs = 3_000;
/** Time for nats-server to be done with a stream that was there and is missing. */
const settleMs = 1_000;
/** Without a server for so long, NATS counts as away: what was asked before is not waited for. */
const awayMs = 2_000;

/**
 * This process's connection to NATS for requests it makes, events it publishes and streams it reads. It waits for a
 * server that is not there yet, says so, and reconnects for ever.
 */
@Injectable()
export class NatsConnectionManager {
  private readonly logger = new Logger(NatsConnectionManager.name);
  private readonly closing = new AbortController();
  private connecting: Promise<NatsConnection> | undefined;
  private connection: NatsConnection | undefined;
  private asserting: Promise<void> | undefined;
  private up = false;
  private binding = false;
  private losses = 0;
  private streamsCreated = false;
  private away = new AbortController();
  private goingAway: NodeJS.Timeout | undefined;

  constructor(
    readonly options: MessagingOptions,
    shutdown?: Shutdown,
  ) {
    shutdown?.register({ name: 'connection to NATS', close: async () => this.close() });
  }

  /** The connection; the first call opens it and waits until a server answers. */
  async connected(): Promise<NatsConnection> {
    this.connecting ??= this.open();
    return this.connecting;
  }

  /** Whether a server is reachable now; not before the service's handlers are bound to it. */
  isUp(): boolean {
    return this.up && !this.binding;
  }

  /** Runs `bind`, and is not up until it is done: a service is ready when its requests are answered. */
  async bindingHandlers(bind: () => Promise<void>): Promise<void> {
    this.binding = true;
    await bind();
    this.binding = false;
  }

  /** Waits until a server is reachable, `limitMs` at most or until `signal` is aborted; whether one is. */
  async isUpWithin(limitMs: number, signal?: AbortSignal): Promise<boolean> {
    const until = performance.now() + limitMs;
    this.connected().catch(() => undefined);
    while (
      !this.up &&
      performance.now() < until &&
      !this.closing.signal.aborted &&
      signal?.aborted !== true
    ) {
      await pause(20, this.closing.signal);
    }
    return this.up;
  }

  /** How often the connection was lost; what was on its way at that moment may be lost with it. */
  disconnectCount(): number {
    return this.losses;
  }

  /** Fires when the connection has been lost and no server was reachable for 2 s after. */
  outageSignal(): AbortSignal {
    return this.away.signal;
  }

  /** A JetStream client on this connection. */
  async jetstream(): Promise<JetStreamClient> {
    return jetstream(await this.connected());
  }

  /** Makes the streams that are missing, e.g. after the store was lost. */
  async assertStreams(): Promise<void> {
    this.asserting ??= this.makeStreams().finally(() => {
      this.asserting = undefined;
    });
    return this.asserting;
  }

  /** Makes them, and where JetStream is not ready, says so and tries again until it is. */
  async waitForStreams(): Promise<void> {
    while (!this.closing.signal.aborted) {
      try {
        await this.assertStreams();
        return;
      } catch (error) {
        this.logger.warn(
          `The streams cannot be made (${String(error)}); trying again. nats-server needs JetStream: start it with -js`,
        );
        await pause(noticeMs, this.closing.signal);
      }
    }
  }

  /** Drains the connection, within 3 s, and closes it. */
  async close(): Promise<void> {
    this.closing.abort();
    clearTimeout(this.goingAway);
    const drained = this.up ? await settlesWithin(drainMs, this.connection?.drain()) : false;
    if (!drained) {
      await this.connection?.close();
    }
  }

  private async makeStreams(): Promise<void> {
    await assertStreams(await jetstreamManager(await this.connected()), this.streamsCreated ? settleMs : 0);
    this.streamsCreated = true;
  }

  private async open(): Promise<NatsConnection> {
    const { service, servers, heartbeatMs } = this.options;
    let noticedAt = performance.now();
    for (;;) {
      try {
        const connection = await connect({
          servers,
          name: service,
          maxReconnectAttempts: -1,
          reconnectTimeWait: reconnectMs,
          pingInterval: heartbeatMs,
          maxPingOut: 2,
          ignoreAuthErrorAbort: true,
        });
        this.connection = connection;
        this.up = true;
        void this.watch(connection);
        return connection;
      } catch (error) {
        if (this.closing.signal.aborted) {
          throw error;
        }
        if (performance.now() - noticedAt >= noticeMs) {
          noticedAt = performance.now();
          this.logger.warn(`Waiting for NATS at ${servers.join(', ')} (${String(error)})`);
        }
        await pause(reconnectMs, this.closing.signal);
      }
    }
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.lost();
        this.logger.warn(`NATS at ${status.server} is gone; reconnecting until it is back`);
      } else if (status.type === 'reconnect') {
        this.back();
        this.logger.log(`NATS at ${status.server} is back`);
      }
    }
    this.up = false;
  }

  private lost(): void {
    this.up = false;
    this.losses += 1;
    clearTimeout(this.goingAway);
    this.goingAway = setTimeout(() => this.away.abort(), awayMs).unref();
  }

  private back(): void {
    this.up = true;
    clearTimeout(this.goingAway);
    if (this.away.signal.aborted) {
      this.away = new AbortController();
    }
  }
}
