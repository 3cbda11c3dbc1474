import { jetstream, jetstreamManager, JetStreamApiError } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import type { KV } from '@nats-io/kv';
import { nanos } from '@nats-io/transport-node';
import { Injectable, Logger } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import { NatsConnectionManager } from '@warren/messaging';
import { OidcSettings } from './oidc-settings.ts';

const bucket = 'sessions';
const reachableMs = 2_000;
const answerMs = 3_000;

/** Stored text with its revision. */
export interface StoredText {
  readonly text: string;
  readonly revision: number;
}

/**
 * Sessions as texts by their keys: a key-value bucket of JetStream, which all gateways share. An entry that nobody ends
 * goes when the bucket's time to live is over; a single entry has none of its own before nats-server 2.11. Where the
 * store is lost, people log in again.
 */
@Injectable()
export class SessionStore {
  private readonly logger = new Logger('Login');
  private opening: Promise<KV> | undefined;

  constructor(
    private readonly nats: NatsConnectionManager,
    private readonly settings: OidcSettings,
  ) {}

  /** @throws ServiceUnavailable where NATS or its JetStream cannot be reached, as all of these methods */
  async read(key: string): Promise<StoredText | undefined> {
    const entry = await this.inBucket(async (kv) => kv.get(key));
    return entry === null || entry.operation !== 'PUT'
      ? undefined
      : { text: entry.string(), revision: entry.revision };
  }

  async write(key: string, text: string): Promise<void> {
    await this.inBucket(async (kv) => kv.put(key, text));
  }

  /** Writes where nothing else was written since that revision. */
  async writeOver({ revision }: StoredText, key: string, text: string): Promise<void> {
    await this.inBucket(async (kv) => {
      try {
        await kv.update(key, text, revision);
      } catch (error) {
        if (!(error instanceof JetStreamApiError)) {
          throw error;
        }
      }
    });
  }

  /** Removes an entry, with what it was before. */
  async remove(key: string): Promise<void> {
    await this.inBucket(async (kv) => kv.purge(key));
  }

  /** Does so again in a new bucket where the first try fails: the stream may have been lost, with the sessions in it. */
  private async inBucket<T>(act: (kv: KV) => Promise<T>): Promise<T> {
    if (!(await this.nats.isUpWithin(reachableMs))) {
      throw unavailable();
    }
    try {
      return await act(await this.opened());
    } catch {
      this.opening = undefined;
    }
    try {
      return await act(await this.opened());
    } catch (error) {
      this.opening = undefined;
      this.logger.warn(`Sessions cannot be kept in NATS: ${String(error)}`);
      throw unavailable(error);
    }
  }

  private async opened(): Promise<KV> {
    this.opening ??= this.open();
    return this.opening;
  }

  private async open(): Promise<KV> {
    const connection = await this.nats.connected();
    const kvm = new Kvm(jetstream(connection, { timeout: answerMs }));
    const ttl = this.settings.sessionMaxMs;
    const kv = await kvm.create(bucket, {
      description: 'Sessions of people who are logged in',
      history: 1,
      ttl,
      // read from the leader: a session that was ended must not be found in a copy that lags behind
      allow_direct: false,
    });
    const { config } = (await kv.status()).streamInfo;
    const max_age = nanos(ttl);
    if (config.max_age !== max_age) {
      // an earlier start had another SESSION_MAX_S; the window may not be longer than the age
      const duplicate_window = Math.min(config.duplicate_window, max_age);
      const manager = await jetstreamManager(connection, { timeout: answerMs });
      await manager.streams.update(config.name, { ...config, max_age, duplicate_window });
    }
    return kv;
  }
}

function unavailable(cause?: unknown): ServiceUnavailable {
  return new ServiceUnavailable('Sessions cannot be looked up now: try again.', {}, { cause });
}
