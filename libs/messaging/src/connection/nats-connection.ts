import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamClient } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { Injectable, Logger } from '@nestjs/common';
import { connectionOptions, inboxPrefixOf } from '@warren/nats';
import type { NatsSettings } from '@warren/nats';
import { Shutdown } from '../process/shutdown.ts';
import { pause, settlesWithin } from '../process/time.ts';
import { MessagingOptions } from './options.ts';
import { StreamMissing, assertStreams, checkStreams } from './streams.ts';

const reconnectMs = 500;
const noticeMs = 2_000;
const drainMs = 3_000;
/** Time for nats-server to finish the removal of a stream that existed and is missing. */
const settleMs = 1_000;
/** Time between two looks for streams that another process creates. */
const lookMs = 250;
/** Limit of the connection that creates the streams. */
const creationMs = 5_000;
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

  /**
   * Creates the streams that are missing, e.g. after the store was lost.
   * @throws StreamMissing where one is missing and another process creates it
   */
  async assertStreams(): Promise<void> {
    this.asserting ??= this.makeStreams().finally(() => {
      this.asserting = undefined;
    });
    return this.asserting;
  }

  /** Creates them, or waits until another process has; where JetStream is not ready, logs this and retries until it is. */
  async waitForStreams(): Promise<void> {
    let noticedAt = performance.now();
    while (!this.closing.signal.aborted) {
      try {
        await this.assertStreams();
        return;
      } catch (error) {
        if (!(error instanceof StreamMissing)) {
          this.logger.warn(
            `The streams cannot be used (${String(error)}); retrying. nats-server needs JetStream: start it with -js`,
          );
        } else if (performance.now() - noticedAt >= noticeMs) {
          noticedAt = performance.now();
          this.logger.warn(`${error.message}; waiting`);
        }
        await pause(error instanceof StreamMissing ? lookMs : noticeMs, this.closing.signal);
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
    const { here, as } = this.options.streamCreation;
    const connection = await this.connected();
    if (!here) {
      await checkStreams(await jetstreamManager(connection));
      return;
    }
    const creator = as === undefined ? connection : await this.connectToCreate(as);
    try {
      await assertStreams(await jetstreamManager(creator), this.streamsCreated ? settleMs : 0);
      this.streamsCreated = true;
    } finally {
      if (creator !== connection) {
        await creator.close();
      }
    }
  }

  /** Opens a second connection, with the identity that may create streams; the first may not. */
  private async connectToCreate(as: NatsSettings): Promise<NatsConnection> {
    return connect({
      ...connectionOptions(as),
      name: `${this.options.service} streams`,
      inboxPrefix: inboxPrefixOf('streams'),
      reconnect: false,
      timeout: creationMs,
    });
  }

  private async open(): Promise<NatsConnection> {
    const { service, connection: settings, heartbeatMs, inboxPrefix } = this.options;
    const where = connectionOptions(settings);
    let noticedAt = performance.now();
    for (;;) {
      try {
        const connection = await connect({
          ...where,
          name: service,
          inboxPrefix,
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
          this.logger.warn(`Waiting for NATS at ${settings.servers.join(', ')} (${String(error)})`);
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
      } else if (status.type === 'error') {
        this.logger.error(`NATS has refused something: ${status.error.message}`);
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
