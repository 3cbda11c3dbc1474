import { describe, expect, it } from '@jest/globals';
import { SingleFlight } from './single-flight.ts';

function started() {
  const result = Promise.withResolvers<string>();
  let unwanted: AbortSignal | undefined;
  const computation = new SingleFlight((signal) => {
    unwanted = signal;
    return result.promise;
  });
  return { computation, result, isStopped: () => unwanted?.aborted === true };
}

describe('SharedComputation', () => {
  it('goes on while anybody waits, and stops when the last has gone', async () => {
    const { computation, isStopped } = started();
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [computation.wait(first.signal), computation.wait(second.signal)];
    first.abort(new Error('first has gone'));
    await expect(waiting[0]).rejects.toThrow('first has gone');
    expect([isStopped(), computation.isOver]).toEqual([false, false]);
    second.abort(new Error('second has gone'));
    await expect(waiting[1]).rejects.toThrow('second has gone');
    expect([isStopped(), computation.isOver]).toEqual([true, true]);
  });

  it('gives everybody the same result, whoever left before', async () => {
    const { computation, result, isStopped } = started();
    const gone = new AbortController();
    const waiting = [computation.wait(gone.signal), computation.wait(), computation.wait()];
    gone.abort(new Error('gone'));
    await expect(waiting[0]).rejects.toThrow('gone');
    result.resolve('found');
    expect(await Promise.all(waiting.slice(1))).toEqual(['found', 'found']);
    expect(await computation.wait()).toBe('found');
    expect([isStopped(), computation.isOver]).toEqual([false, false]);
  });

  it('lets nobody wait whose signal has fired already', async () => {
    const { computation } = started();
    await expect(computation.wait(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(computation.isOver).toBe(true);
  });

  it('is over when it has failed', async () => {
    const { computation, result } = started();
    const waiting = [computation.wait(), computation.wait()];
    result.reject(new Error('broken'));
    for (const one of waiting) {
      await expect(one).rejects.toThrow('broken');
    }
    expect(computation.isOver).toBe(true);
  });
});
