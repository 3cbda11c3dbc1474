/** Identity of this process on NATS, the servers, and its limits. */
export class MessagingOptions {
  /** Name of the service: queue group of its requests, prefix of its durable consumers, source of its events. */
  readonly service: string;
  /** Server URLs, e.g. `nats://127.0.0.1:4222`. */
  readonly servers: string[];
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

  constructor(options: Pick<MessagingOptions, 'service' | 'servers'> & Partial<MessagingOptions>) {
    this.service = options.service;
    this.servers = options.servers;
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
}
