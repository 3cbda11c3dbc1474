import { describe, expect, it } from '@jest/globals';
import { SingleFlight } from './single-flight.ts';

/** Reads that the test settles, in the order in which they started. */
function held() {
  const flights = new SingleFlight<string>();
  const started: PromiseWithResolvers<string>[] = [];
  const read = async (): Promise<string> => {
    const reading = Promise.withResolvers<string>();
    started.push(reading);
    return reading.promise;
  };
  return { started, ask: async (key = 'all') => flights.run(key, read) };
}

/** Waits for pending promises that depend on nothing outside. */
const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('SingleFlight', () => {
  it('reads at once if no read is in flight', async () => {
    const { ask, started } = held();
    const first = ask();
    started[0]!.resolve('first');
    expect(await first).toBe('first');
    const second = ask();
    started[1]!.resolve('second');
    expect(await second).toBe('second');
  });

  it('shares one read among calls during another, which starts after them', async () => {
    const { ask, started } = held();
    const first = ask();
    const later = [ask(), ask(), ask()];
    expect(started).toHaveLength(1);
    started[0]!.resolve('before the change');
    expect(await first).toBe('before the change');
    await settled();
    expect(started).toHaveLength(2);
    started[1]!.resolve('after it');
    expect(await Promise.all(later)).toEqual(['after it', 'after it', 'after it']);
  });

  it('keeps a failure from later calls, which share a read of their own', async () => {
    const { ask, started } = held();
    const first = ask();
    const later = [ask(), ask()];
    started[0]!.reject(new Error('NATS is unavailable'));
    await expect(first).rejects.toThrow('NATS is unavailable');
    await settled();
    started[1]!.reject(new Error('still unavailable'));
    for (const one of later) {
      await expect(one).rejects.toThrow('still unavailable');
    }
    const last = ask();
    started[2]!.resolve('back');
    expect(await last).toBe('back');
  });

  it('does not wait for a read that hangs', async () => {
    const { ask, started } = held();
    const hanging = ask();
    const later = ask();
    while (started.length < 2) {
      await settled();
    }
    started[1]!.resolve('there');
    expect(await later).toBe('there');
    started[0]!.resolve('late');
    expect(await hanging).toBe('late');
  });

  it('does not share reads of different keys', () => {
    const { ask, started } = held();
    void ask('skills');
    void ask('interests');
    expect(started).toHaveLength(2);
  });
});
