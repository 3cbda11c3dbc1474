/** Who this process is on NATS, and where NATS is. */
export class MessagingOptions {
  /** Name of the service: queue group of its requests, prefix of its durable consumers, source of its events. */
  readonly service: string;
  /** Server URLs, e.g. `nats://127.0.0.1:4222`. */
  readonly servers: string[];
  /** How many messages of one consumer this process works on at once. */
  readonly concurrency: number;
  /** Times in milliseconds; tests shorten them. */
  readonly ackWaitMs: number;
  /** Between two signs of life, of a message in hand and of the connection. */
  readonly heartbeatMs: number;
  readonly maxWorkMs: number;
  readonly pollMs: number;
  /** How long who has asked waits without a sign that it is being worked on. */
  readonly idleTimeoutMs: number;
  /** Requests that this process answers at once; one more is told to come again. */
  readonly maxRequests: number;
  /** Deliveries before a failing message is parked. */
  readonly maxAttempts: number;

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
  }
}
