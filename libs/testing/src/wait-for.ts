import { setTimeout as delay } from 'node:timers/promises';

/** What a condition may answer while it does not hold yet. */
type NotYet = undefined | null | false;

/** Pauses between two attempts, in milliseconds, where the caller asks for none: a tenth of the time waited so far. */
const pause = { first: 10, last: 100 };

/**
 * Asks a condition until it holds, and returns its answer; `undefined`, `null`, `false` and a thrown error mean not yet.
 * Throws after `timeoutMs` (default 10,000), saying what it waited for and how the last attempt ended.
 * @param options.everyMs always pause for so long
 */
export async function waitFor<T>(
  condition: () => T | NotYet | Promise<T | NotYet>,
  options: { describe: string; timeoutMs?: number; everyMs?: number },
): Promise<Exclude<T, NotYet>> {
  const { timeoutMs = 10_000, everyMs } = options;
  const from = performance.now();
  for (;;) {
    let last: unknown;
    let failed = false;
    try {
      const answer = await condition();
      if (holds(answer)) return answer;
      last = answer;
    } catch (error) {
      last = error;
      failed = true;
    }
    const waited = performance.now() - from;
    if (waited >= timeoutMs) {
      const ending = failed
        ? `the last attempt threw ${String(last)}`
        : `the last answer was ${String(last)}`;
      throw new Error(
        `waited ${timeoutMs} ms for ${options.describe}: ${ending}`,
        failed ? { cause: last } : {},
      );
    }
    await delay(everyMs ?? Math.min(Math.max(waited / 10, pause.first), pause.last));
  }
}

function holds<T>(answer: T): answer is Exclude<T, NotYet> {
  return answer !== undefined && answer !== null && answer !== false;
}
