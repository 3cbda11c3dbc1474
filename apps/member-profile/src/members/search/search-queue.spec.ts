import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ServiceUnavailable } from '@warren/contracts';
import { SearchQueue } from './search-queue.ts';

const never = new AbortController().signal;

/** Work that ends on demand. */
function held(): { work: () => Promise<undefined>; end: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { work: async () => promise, end: () => resolve(undefined) };
}

describe('SearchQueue', () => {
  it('runs two searches at a time, in order of arrival', async () => {
    const queue = new SearchQueue();
    const started: number[] = [];
    const holds = Array.from({ length: 5 }, held);
    const all = holds.map(async ({ work }, at) =>
      queue.run(never, async () => {
        started.push(at);
        await work();
      }),
    );
    await setImmediate();
    expect(started).toEqual([0, 1]);
    holds[1]!.end();
    await setImmediate();
    expect(started).toEqual([0, 1, 2]);
    holds.forEach(({ end }) => end());
    await Promise.all(all);
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });

  it('never runs an aborted search, queued or just admitted, and loses no slot', async () => {
    const queue = new SearchQueue();
    const first = [held(), held()];
    const under = first.map(async ({ work }) => queue.run(never, work));
    const leaving = Array.from({ length: 3 }, () => new AbortController());
    const started: number[] = [];
    const left = leaving.map(async ({ signal }, at) =>
      queue.run(signal, async () => Promise.resolve(void started.push(at))),
    );
    leaving[1]!.abort(new Error('left'));
    await expect(left[1]).rejects.toThrow('left');
    first[0]!.end();
    // At the moment at which it gets a slot.
    queueMicrotask(() => leaving[0]!.abort(new Error('left')));
    first[1]!.end();
    await Promise.allSettled([...under, ...left]);
    expect(started).toContain(2);
    await Promise.all([1, 2, 3].map(async () => queue.run(never, async () => Promise.resolve())));
  });

  it('rejects a search if too many wait, and accepts again afterwards', async () => {
    const queue = new SearchQueue();
    const holds = Array.from({ length: 66 }, held);
    const all = holds.map(async ({ work }) => queue.run(never, work));
    await expect(queue.run(never, async () => Promise.resolve())).rejects.toBeInstanceOf(ServiceUnavailable);
    holds.forEach(({ end }) => end());
    await Promise.all(all);
    await queue.run(never, async () => Promise.resolve());
  });
});
