import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';

/** Thrown by a handler to have the message redelivered after a delay, without counting it as a failure. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly delayMs: number;

  constructor(delayMs: number, reason: string) {
    super(reason);
    this.delayMs = delayMs;
  }
}

/** Thrown for a message that its contract does not allow; a retry would not help. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
}

/** Settlement of a message after its handler has ended. */
type Settlement = { kind: 'ack' } | { kind: 'nak'; delayMs: number } | { kind: 'park'; reason: string };

const firstDelayMs = 500;
const longestDelayMs = 60_000;
/** Delay of redelivery during an outage of a dependency. */
const outageDelayMs = 5_000;

/** Returns whether an error of a handler counts towards parking. */
export function isFailure(error: unknown): boolean {
  return (
    error !== undefined &&
    !(error instanceof RetryLater) &&
    !(error instanceof UnreadableMessage) &&
    !isOutage(error)
  );
}

/** An outage of the database, NATS or another service is not the message's failure: it is redelivered until that ends. */
function isOutage(error: unknown): boolean {
  return error instanceof ServiceUnavailable || error instanceof DeadlineExceeded;
}

/** Text of a thrown value, for the log and the row of a parked message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error);
}

/**
 * Decides the settlement: success → ack; error → nak with a delay that doubles, after an outage with a constant one;
 * unreadable or last attempt → parked with the reason.
 * @param failures number of failures of the message, this one included
 */
export function settlementOf(error: unknown, failures: number, maxAttempts: number): Settlement {
  if (error === undefined) {
    return { kind: 'ack' };
  }
  if (error instanceof RetryLater) {
    return { kind: 'nak', delayMs: error.delayMs };
  }
  if (isOutage(error)) {
    return { kind: 'nak', delayMs: outageDelayMs };
  }
  if (error instanceof UnreadableMessage || failures >= maxAttempts) {
    return { kind: 'park', reason: reasonOf(error) };
  }
  return { kind: 'nak', delayMs: Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs) };
}
