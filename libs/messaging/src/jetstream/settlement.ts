import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';

/** Thrown by a handler that wants the message again after a while, without counting it as a failure. */
export class RetryLater extends Error {
  readonly delayMs: number;

  constructor(delayMs: number, reason: string) {
    super(reason);
    this.name = 'RetryLater';
    this.delayMs = delayMs;
  }
}

/** The message cannot be read by its contract; no further try would help. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
}

/** What becomes of a message after its handler is done with it. */
export type Settlement =
  | { kind: 'ack' }
  | { kind: 'nak'; delayMs: number }
  | { kind: 'park'; reason: string };

const firstDelayMs = 500;
const longestDelayMs = 60_000;
/** How long a message waits where what it needs is away. */
const awayMs = 5_000;

/** Whether what a handler threw counts towards parking. */
export function isFailure(error: unknown): boolean {
  return (
    error !== undefined &&
    !(error instanceof RetryLater) &&
    !(error instanceof UnreadableMessage) &&
    !isOutage(error)
  );
}

/** The database, NATS or another service is away: the message is not to blame, and waits for as long as that takes. */
function isOutage(error: unknown): boolean {
  return error instanceof ServiceUnavailable || error instanceof DeadlineExceeded;
}

/** What a thrown value says, for the log and the row of a parked message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error);
}

/**
 * Decides it: fine → ack; thrown → nak with a delay that doubles, after an outage always the same; unreadable or last
 * try → parked with the reason.
 * @param failures how often the message has failed, this time included
 */
export function settlementOf(error: unknown, failures: number, maxAttempts: number): Settlement {
  if (error === undefined) {
    return { kind: 'ack' };
  }
  if (error instanceof RetryLater) {
    return { kind: 'nak', delayMs: error.delayMs };
  }
  if (isOutage(error)) {
    return { kind: 'nak', delayMs: awayMs };
  }
  if (error instanceof UnreadableMessage || failures >= maxAttempts) {
    return { kind: 'park', reason: reasonOf(error) };
  }
  return { kind: 'nak', delayMs: Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs) };
}
