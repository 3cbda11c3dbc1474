import { describe, expect, it } from '@jest/globals';
import { SingleFlight } from './single-flight.ts';

function started() {
  const result = Promise.withResolvers<string>();
  let cancelled: AbortSignal | undefined;
  const computation = new SingleFlight((signal) => {
    cancelled = signal;
    return result.promise;
  });
  return { computation, result, isStopped: () => cancelled?.aborted === true };
}

describe('SingleFlight', () => {
  it('continues while anybody waits, and is cancelled when the last waiter leaves', async () => {
    const { computation, isStopped } = started();
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [computation.wait(first.signal), computation.wait(second.signal)];
    first.abort(new Error('first has left'));
    await expect(waiting[0]).rejects.toThrow('first has left');
    expect([isStopped(), computation.hasEnded]).toEqual([false, false]);
    second.abort(new Error('second has left'));
    await expect(waiting[1]).rejects.toThrow('second has left');
    expect([isStopped(), computation.hasEnded]).toEqual([true, true]);
  });

  it('gives all remaining waiters the same result', async () => {
    const { computation, result, isStopped } = started();
    const left = new AbortController();
    const waiting = [computation.wait(left.signal), computation.wait(), computation.wait()];
    left.abort(new Error('left'));
    await expect(waiting[0]).rejects.toThrow('left');
    result.resolve('found');
    expect(await Promise.all(waiting.slice(1))).toEqual(['found', 'found']);
    expect(await computation.wait()).toBe('found');
    expect([isStopped(), computation.hasEnded]).toEqual([false, false]);
  });

  it('rejects a waiter whose signal has fired already', async () => {
    const { computation } = started();
    await expect(computation.wait(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(computation.hasEnded).toBe(true);
  });

  it('has ended when it has failed', async () => {
    const { computation, result } = started();
    const waiting = [computation.wait(), computation.wait()];
    result.reject(new Error('broken'));
    for (const one of waiting) {
      await expect(one).rejects.toThrow('broken');
    }
    expect(computation.hasEnded).toBe(true);
  });
});
