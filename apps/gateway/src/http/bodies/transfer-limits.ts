import { RequestTimeoutException } from '@nestjs/common';
import type { Readable } from 'node:stream';

/** How fast a body must come. */
export interface TransferLimits {
  /** Milliseconds for all of it. */
  readonly totalMs: number;
  /** In each so many milliseconds must come … */
  readonly windowMs: number;
  /** … so many bytes at least. */
  readonly minBytes: number;
}

/** What a timer can hold. */
const maxTimerMs = 2 ** 31 - 1;
const inSeconds = (ms: number): string => `${(ms / 1000).toLocaleString('en')} s`;

/**
 * What comes of a body, for as long as it keeps its pace.
 * @throws RequestTimeoutException where it does not
 */
export async function* withTransferLimits(payload: Readable, limits: TransferLimits): AsyncGenerator<Buffer> {
  let slow: RequestTimeoutException | undefined;
  // Of the piece that is waited for, and of no other: a promise that outlasts a race keeps what came of it.
  let giveUp: (error: RequestTimeoutException) => void = () => undefined;
  const refuse = (why: string): void => {
    slow ??= new RequestTimeoutException(
      `The body came too slowly, ${why}: send it again over a faster connection, or in smaller parts.`,
    );
    giveUp(slow);
  };
  let came = 0;
  const whole = setTimeout(
    () => refuse(`and was not there after ${inSeconds(limits.totalMs)}`),
    Math.min(maxTimerMs, limits.totalMs),
  );
  const look = setInterval(() => {
    if (came < limits.minBytes) {
      refuse(`with less than ${limits.minBytes.toLocaleString('en')} bytes in ${inSeconds(limits.windowMs)}`);
    }
    came = 0;
  }, limits.windowMs);
  const pieces: AsyncIterator<unknown> = payload.iterator({ destroyOnReturn: false });
  const nextPiece = async (): Promise<IteratorResult<unknown>> => {
    const waiting = Promise.withResolvers<never>();
    giveUp = waiting.reject;
    if (slow !== undefined) {
      giveUp(slow);
    }
    return Promise.race([pieces.next(), waiting.promise]);
  };
  try {
    for (;;) {
      const step = await nextPiece();
      if (step.done === true) {
        return;
      }
      const piece = Buffer.isBuffer(step.value) ? step.value : Buffer.from(String(step.value));
      came += piece.length;
      yield piece;
    }
  } finally {
    clearTimeout(whole);
    clearInterval(look);
    // A piece that is still waited for comes first, if ever; then the rest may be let go by.
    Promise.resolve(pieces.return?.())
      .catch(() => undefined)
      .finally(() => payload.resume());
  }
}
