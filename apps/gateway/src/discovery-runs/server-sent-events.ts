import type { RunProgress } from '@warren/contracts';
import { setTimeout as delay } from 'node:timers/promises';

/** `id` of the last event of a run: a client that has seen it need not come back. */
export const lastEventId = 'end';

const beat = Symbol('beat');

/** A run's steps as server-sent events, with a comment as heartbeat where nothing else is said for `heartbeatMs`. */
export async function* eventStream(
  steps: AsyncIterable<RunProgress>,
  heartbeatMs: number,
): AsyncGenerator<string> {
  const iterator = steps[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    for (let count = 1; ;) {
      const said = await withHeartbeat(next, heartbeatMs);
      if (said === beat) {
        yield ': still here\n\n';
        continue;
      }
      if (said.done === true) {
        return;
      }
      yield eventOf(said.value, said.value.step === 'ended' ? lastEventId : String(count));
      count += 1;
      next = iterator.next();
    }
  } finally {
    await iterator.return?.();
  }
}

/** One server-sent event: its name is the step, its data the progress as JSON. */
export function eventOf(progress: RunProgress, id: string): string {
  return `event: ${progress.step}\nid: ${id}\ndata: ${JSON.stringify(progress)}\n\n`;
}

async function withHeartbeat<T>(next: Promise<T>, ms: number): Promise<T | typeof beat> {
  const said = new AbortController();
  try {
    return await Promise.race([next, delay(ms, beat, { signal: said.signal })]);
  } finally {
    said.abort();
  }
}
