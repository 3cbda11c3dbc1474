import { describe, expect, it } from '@jest/globals';
import { ServiceUnavailable } from '@warren/contracts';
import { setImmediate } from 'node:timers/promises';
import { SearchTurns } from './search-queue.ts';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function held(): { work: () => Promise<undefined>; end: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { work: async () => promise, end: () => resolve(undefined) };
}

describe('searches', () => {
  it('go on two at a time, in the order in which they came', async () => {
    const turns = new SearchTurns();
    const begun: number[] = [];
    const holds = Array.from({ length: 5 }, held);
    const all = holds.map(async ({ work }, at) =>
      turns.take(never, async () => {
        begun.push(at);
        await work();
      }),
    );
    await setImmediate();
    expect(begun).toEqual([0, 1]);
    holds[1]!.end();
    await setImmediate();
    expect(begun).toEqual([0, 1, 2]);
    holds.forEach(({ end }) => end());
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it('never begin for who has left, whether his turn had come or not, and lose no place by it', async () => {
    const turns = new SearchTurns();
    const first = [held(), held()];
    const under = first.map(async ({ work }) => turns.take(never, work));
    const leaving = Array.from({ length: 3 }, () => new AbortController());
    const begun: number[] = [];
    const left = leaving.map(async ({ signal }, at) =>
      turns.take(signal, async () => Promise.resolve(void begun.push(at))),
    );
    leaving[1]!.abort(new Error('left'));
    await expect(left[1]).rejects.toThrow('left');
    first[0]!.end();
    // In the same moment as its turn comes.
    queueMicrotask(() => leaving[0]!.abort(new Error('left')));
    first[1]!.end();
    await Promise.allSettled([...under, ...left]);
    expect(begun).toContain(2);
    await Promise.all([1, 2, 3].map(async () => turns.take(never, async () => Promise.resolve())));
  });

  it('are refused where too many wait, and counted down again', async () => {
    const turns = new SearchTurns();
    const holds = Array.from({ length: 66 }, held);
    const all = holds.map(async ({ work }) => turns.take(never, work));
    await expect(turns.take(never, async () => Promise.resolve())).rejects.toBeInstanceOf(ServiceUnavailable);
    holds.forEach(({ end }) => end());
    await Promise.all(all);
    await turns.take(never, async () => Promise.resolve());
  });
});
