import { inboxPrefixOf, natsSettings, streamsSettings } from '@warren/nats';
import type { NatsEnvironment, NatsSettings, StreamsEnvironment } from '@warren/nats';

/** Who creates the streams. */
interface StreamCreation {
  /** Whether this process does; if not, it waits until another has. */
  readonly here: boolean;
  /** Identity that creates them; absent: that of the process itself. */
  readonly as?: NatsSettings | undefined;
}

/** Identity of this process on NATS, the servers, and its limits. */
export class MessagingOptions {
  /** Name of the service: queue group of its requests, prefix of its durable consumers, source of its events. */
  readonly service: string;
  /** Servers, credentials and protection of each of its connections. */
  readonly connection: NatsSettings;
  readonly streamCreation: StreamCreation;
  /** Messages of one consumer that this process handles at once. */
  readonly concurrency: number;
  /** Times in milliseconds; tests shorten them. */
  readonly ackWaitMs: number;
  /** Interval of heartbeats, for a message in flight and for the connection. */
  readonly heartbeatMs: number;
  readonly maxWorkMs: number;
  readonly pollMs: number;
  /** Time after which a caller gives a request up without a reply or keep-alive message. */
  readonly idleTimeoutMs: number;
  /** Requests that this process answers at once; a further one is rejected, for the caller to retry. */
  readonly maxRequests: number;
  /** Deliveries before a failing message is parked. */
  readonly maxAttempts: number;
  /** Days that parked messages are kept; null: for good. */
  readonly retainMessagesDays: number | null;
  /** Days that entries of the audit are kept; null: for good. */
  readonly retainAuditDays: number | null;

  /** `servers` are URLs, for a connection that needs nothing else. */
  constructor(
    options: Pick<MessagingOptions, 'service'> &
      Partial<MessagingOptions> & { readonly servers?: readonly string[] },
  ) {
    this.service = options.service;
    this.connection = options.connection ?? natsSettings({ NATS_URL: [...(options.servers ?? [])] });
    this.streamCreation = options.streamCreation ?? { here: true };
    this.concurrency = options.concurrency ?? 4;
    this.ackWaitMs = options.ackWaitMs ?? 30_000;
    this.heartbeatMs = options.heartbeatMs ?? 10_000;
    this.maxWorkMs = options.maxWorkMs ?? 60 * 60_000;
    this.pollMs = options.pollMs ?? 1_000;
    this.idleTimeoutMs = options.idleTimeoutMs ?? 10_000;
    this.maxRequests = options.maxRequests ?? 256;
    this.maxAttempts = options.maxAttempts ?? 8;
    this.retainMessagesDays = options.retainMessagesDays ?? null;
    this.retainAuditDays = options.retainAuditDays ?? null;
  }

  /**
   * Reads where and as whom the service connects from its environment.
   * @throws InvalidNatsSettings where variables contradict each other
   */
  static of(
    service: string,
    environment: NatsEnvironment & Partial<StreamsEnvironment>,
    times: Partial<MessagingOptions> = {},
  ): MessagingOptions {
    return new MessagingOptions({
      ...times,
      service,
      connection: natsSettings(environment),
      streamCreation: {
        here: environment.NATS_CREATE_STREAMS ?? true,
        as: streamsSettings(environment),
      },
    });
  }

  /** Prefix of the subjects on which this service receives replies, which no other may subscribe to. */
  get inboxPrefix(): string {
    return inboxPrefixOf(this.service);
  }
}
