import type { Readable } from 'node:stream';
import { RequestTimeoutException } from '@nestjs/common';

/** Deadline and minimum transfer rate of a body. */
export interface TransferLimits {
  /** Milliseconds for the whole body. */
  readonly totalMs: number;
  /** Window over which the rate is measured, in milliseconds. */
  readonly windowMs: number;
  /** Minimum of bytes in each window. */
  readonly minBytes: number;
}

/** Longest delay of a timer. */
const maxTimerMs = 2 ** 31 - 1;
const inSeconds = (ms: number): string => `${(ms / 1000).toLocaleString('en')} s`;

/**
 * Passes the chunks of a body on while it keeps within the limits.
 * @throws RequestTimeoutException if it is too slow
 */
export async function* withTransferLimits(payload: Readable, limits: TransferLimits): AsyncGenerator<Buffer> {
  let slow: RequestTimeoutException | undefined;
  // rejects only the pending chunk: a promise that outlives Promise.race would keep every chunk alive
  let rejectPending: (error: RequestTimeoutException) => void = () => undefined;
  const reject = (why: string): void => {
    slow ??= new RequestTimeoutException(
      `The body came too slowly, ${why}: send it again over a faster connection, or in smaller parts.`,
    );
    rejectPending(slow);
  };
  let received = 0;
  const whole = setTimeout(
    () => reject(`and was not there after ${inSeconds(limits.totalMs)}`),
    Math.min(maxTimerMs, limits.totalMs),
  );
  const check = setInterval(() => {
    if (received < limits.minBytes) {
      reject(`with less than ${limits.minBytes.toLocaleString('en')} bytes in ${inSeconds(limits.windowMs)}`);
    }
    received = 0;
  }, limits.windowMs);
  const chunks: AsyncIterator<unknown> = payload.iterator({ destroyOnReturn: false });
  const nextChunk = async (): Promise<IteratorResult<unknown>> => {
    const pending = Promise.withResolvers<never>();
    rejectPending = pending.reject;
    if (slow !== undefined) {
      rejectPending(slow);
    }
    return Promise.race([chunks.next(), pending.promise]);
  };
  try {
    for (;;) {
      const step = await nextChunk();
      if (step.done === true) {
        return;
      }
      const chunk = Buffer.isBuffer(step.value) ? step.value : Buffer.from(String(step.value));
      received += chunk.length;
      yield chunk;
    }
  } finally {
    clearTimeout(whole);
    clearInterval(check);
    // return() waits for the pending chunk, if it ever comes; then the rest is drained
    Promise.resolve(chunks.return?.())
      .catch(() => undefined)
      .finally(() => payload.resume());
  }
}
