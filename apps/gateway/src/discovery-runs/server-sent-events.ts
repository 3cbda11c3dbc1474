import { setTimeout as delay } from 'node:timers/promises';
import type { RunProgress } from '@warren/contracts';

/** `id` of the last event of a run: a client that has seen it need not reconnect. */
export const lastEventId = 'end';

const heartbeat = Symbol('heartbeat');

/** Formats a run's steps as server-sent events, with a comment as heartbeat after each `heartbeatMs` without a step. */
export async function* serverSentEvents(
  steps: AsyncIterable<RunProgress>,
  heartbeatMs: number,
): AsyncGenerator<string> {
  const iterator = steps[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    for (let count = 1; ;) {
      const result = await withHeartbeat(next, heartbeatMs);
      if (result === heartbeat) {
        yield ': still here\n\n';
        continue;
      }
      if (result.done === true) {
        return;
      }
      yield formatEvent(result.value, result.value.step === 'ended' ? lastEventId : String(count));
      count += 1;
      next = iterator.next();
    }
  } finally {
    await iterator.return?.();
  }
}

/** Formats one server-sent event: its name is the step, its data the progress as JSON. */
export function formatEvent(progress: RunProgress, id: string): string {
  return `event: ${progress.step}\nid: ${id}\ndata: ${JSON.stringify(progress)}\n\n`;
}

async function withHeartbeat<T>(next: Promise<T>, ms: number): Promise<T | typeof heartbeat> {
  const settled = new AbortController();
  try {
    return await Promise.race([next, delay(ms, heartbeat, { signal: settled.signal })]);
  } finally {
    settled.abort();
  }
}
