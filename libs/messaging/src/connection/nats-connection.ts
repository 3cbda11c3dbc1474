import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamClient } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { Injectable, Logger } from '@nestjs/common';
import { Shutdown } from '../process/shutdown.ts';
import { pause, settlesWithin } from '../process/time.ts';
import { MessagingOptions } from './options.ts';
import { assertStreams } from './streams.ts';

const reconnectMs = 500;
const noticeMs = 2_000;
const drainMs = 3_000;
/** Time for nats-server to finish the removal of a stream that existed and is missing. */
const settleMs = 1_000;
/** Time without a server after which NATS counts as unavailable: requests in flight fail. */
const outageMs = 2_000;

/**
 * Connection of this process to NATS, for the requests it makes, the events it publishes and the streams it reads. Waits
 * for a server that is not running yet, logs this, and reconnects without a limit.
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
  private outage = new AbortController();
  private outageTimer: NodeJS.Timeout | undefined;

  constructor(
    readonly options: MessagingOptions,
    shutdown?: Shutdown,
  ) {
    shutdown?.register({ name: 'connection to NATS', close: async () => this.close() });
  }

  /** Returns the connection; the first call opens it and waits until a server answers. */
  async connected(): Promise<NatsConnection> {
    this.connecting ??= this.open();
    return this.connecting;
  }

  /** Returns whether a server is reachable now; false until the service's handlers are bound to it. */
  isUp(): boolean {
    return this.up && !this.binding;
  }

  /** Runs `bind`, and is not up until that has ended: a service is ready when its requests are answered. */
  async bindingHandlers(bind: () => Promise<void>): Promise<void> {
    this.binding = true;
    await bind();
    this.binding = false;
  }

  /** Waits until a server is reachable, at most `limitMs` or until `signal` fires; returns whether one is. */
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

  /** Number of times the connection was lost; messages in flight at that moment may be lost with it. */
  disconnectCount(): number {
    return this.losses;
  }

  /** Signal that fires when the connection was lost and no server is reachable for 2 s. */
  outageSignal(): AbortSignal {
    return this.outage.signal;
  }

  /** Returns a JetStream client on this connection. */
  async jetstream(): Promise<JetStreamClient> {
    return jetstream(await this.connected());
  }

  /** Creates the streams that are missing, e.g. after the store was lost. */
  async assertStreams(): Promise<void> {
    this.asserting ??= this.makeStreams().finally(() => {
      this.asserting = undefined;
    });
    return this.asserting;
  }

  /** Creates them; where JetStream is not ready, logs this and retries until it is. */
  async waitForStreams(): Promise<void> {
    while (!this.closing.signal.aborted) {
      try {
        await this.assertStreams();
        return;
      } catch (error) {
        this.logger.warn(
          `The streams cannot be created (${String(error)}); retrying. nats-server needs JetStream: start it with -js`,
        );
        await pause(noticeMs, this.closing.signal);
      }
    }
  }

  /** Drains the connection, within 3 s, and closes it. */
  async close(): Promise<void> {
    this.closing.abort();
    clearTimeout(this.outageTimer);
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
        void this.watchStatus(connection);
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

  private async watchStatus(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.onDisconnect();
        this.logger.warn(`NATS at ${status.server} is unreachable; reconnecting`);
      } else if (status.type === 'reconnect') {
        this.onReconnect();
        this.logger.log(`Connected to NATS at ${status.server} again`);
      }
    }
    this.up = false;
  }

  private onDisconnect(): void {
    this.up = false;
    this.losses += 1;
    clearTimeout(this.outageTimer);
    this.outageTimer = setTimeout(() => this.outage.abort(), outageMs).unref();
  }

  private onReconnect(): void {
    this.up = true;
    clearTimeout(this.outageTimer);
    if (this.outage.signal.aborted) {
      this.outage = new AbortController();
    }
  }
}
