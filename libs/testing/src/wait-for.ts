import { setTimeout as delay } from 'node:timers/promises';

/** What a condition may answer while it does not hold yet. */
type NotYet = undefined | null | false;

/**
 * Asks a condition until it holds, and returns its answer; `undefined`, `null`, `false` and a thrown error mean not yet.
 * Throws after `timeoutMs` (default 10,000), saying what it waited for and how the last attempt ended.
 */
export async function waitFor<T>(
  condition: () => T | NotYet | Promise<T | NotYet>,
  options: { describe: string; timeoutMs?: number; everyMs?: number },
): Promise<Exclude<T, NotYet>> {
  const { timeoutMs = 10_000, everyMs = 25 } = options;
  const deadline = performance.now() + timeoutMs;
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
    if (performance.now() >= deadline) {
      const ending = failed
        ? `the last attempt threw ${String(last)}`
        : `the last answer was ${String(last)}`;
      throw new Error(
        `waited ${timeoutMs} ms for ${options.describe}: ${ending}`,
        failed ? { cause: last } : {},
      );
    }
    await delay(everyMs);
  }
}

function holds<T>(answer: T): answer is Exclude<T, NotYet> {
  return answer !== undefined && answer !== null && answer !== false;
}
