import { describe, expect, it } from '@jest/globals';
import { doubling, retry } from './retry.ts';

/** Work that fails the first `failures` times; counts its calls. */
function failing(failures: number) {
  let calls = 0;
  return {
    calls: () => calls,
    work: async (): Promise<string> => {
      calls += 1;
      await Promise.resolve();
      if (calls <= failures) {
        throw new Error(`failure ${calls}`);
      }
      return 'done';
    },
  };
}

const delay = (): number => 1;

describe('retry', () => {
  it('calls again until the work succeeds, after the delay for each failure', async () => {
    const { work, calls } = failing(3);
    const delays: [number, unknown][] = [];
    const result = await retry(work, {
      delay: (failures, error) => {
        delays.push([failures, error]);
        return 1;
      },
    });
    expect([result, calls()]).toEqual(['done', 4]);
    expect(delays).toEqual([1, 2, 3].map((at) => [at, new Error(`failure ${at}`)]));
  });

  it('throws the last error after the last attempt', async () => {
    const { work, calls } = failing(9);
    await expect(retry(work, { attempts: 3, delay })).rejects.toThrow('failure 3');
    expect(calls()).toBe(3);
  });

  it('waits for no attempt that would begin after the deadline', async () => {
    const { work, calls } = failing(9);
    const started = performance.now();
    await expect(retry(work, { deadlineMs: 50, delay: () => 60_000 })).rejects.toThrow('failure 1');
    expect(calls()).toBe(1);
    expect(performance.now() - started).toBeLessThan(5_000);
    const many = failing(Infinity);
    await expect(retry(many.work, { deadlineMs: 50, delay: () => 10 })).rejects.toThrow(/failure/);
    expect(many.calls()).toBeGreaterThan(1);
  });

  it('throws at once an error that is not worth another attempt', async () => {
    const { work, calls } = failing(9);
    const when = (error: unknown): boolean => error instanceof TypeError;
    await expect(retry(work, { when, delay })).rejects.toThrow('failure 1');
    expect(calls()).toBe(1);
  });

  it('throws what the delay throws to give up', async () => {
    const giveUp = (): number => {
      throw new RangeError('too long');
    };
    await expect(retry(failing(9).work, { delay: giveUp })).rejects.toThrow('too long');
  });

  it('ends its wait with the reason of the signal', async () => {
    const stop = new AbortController();
    const { work, calls } = failing(9);
    const result = retry(work, { delay: () => 60_000, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('cancelled')), 10);
    await expect(result).rejects.toThrow('cancelled');
    expect(calls()).toBe(1);
  });

  it('makes no further attempt where the signal fired during one', async () => {
    const stop = new AbortController();
    const work = async (): Promise<never> => {
      stop.abort(new Error('cancelled'));
      return Promise.reject(new Error('failed'));
    };
    await expect(retry(work, { delay, signal: stop.signal })).rejects.toThrow('cancelled');
  });

  it('has a delay that doubles up to the longest', () => {
    expect([1, 2, 3, 4, 5].map(doubling(100, 500))).toEqual([100, 200, 400, 500, 500]);
  });
});
