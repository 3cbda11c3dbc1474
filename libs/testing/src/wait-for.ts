import { setTimeout as delay } from 'node:timers/promises';

/** Result of a condition that does not hold yet. */
type NotYet = undefined | null | false;

/** Default pause between two attempts, in milliseconds: a tenth of the time waited so far. */
const pause = { first: 10, last: 100 };

/**
 * Polls a condition until it holds, and returns its result; `undefined`, `null`, `false` and a thrown error mean not yet.
 * Throws after `timeoutMs` (default 10,000), with the description and the result of the last attempt.
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
      if (isSatisfied(answer)) {
        return answer;
      }
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

function isSatisfied<T>(answer: T): answer is Exclude<T, NotYet> {
  return answer !== undefined && answer !== null && answer !== false;
}
