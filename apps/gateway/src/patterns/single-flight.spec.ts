import { describe, expect, it } from '@jest/globals';
import { SingleFlight } from './single-flight.ts';

/** Readings that the test ends, in the order in which they began. */
function held() {
  const flights = new SingleFlight<string>();
  const begun: PromiseWithResolvers<string>[] = [];
  const read = async (): Promise<string> => {
    const reading = Promise.withResolvers<string>();
    begun.push(reading);
    return reading.promise;
  };
  return { begun, ask: async (key = 'all') => flights.run(key, read) };
}

/** Waits for pending promises that depend on nothing outside. */
const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('SingleFlight', () => {
  it('reads at once where no reading is in flight', async () => {
    const { ask, begun } = held();
    const first = ask();
    begun[0]!.resolve('first');
    expect(await first).toBe('first');
    const second = ask();
    begun[1]!.resolve('second');
    expect(await second).toBe('second');
  });

  it('shares one reading among calls during another, which begins after them', async () => {
    const { ask, begun } = held();
    const first = ask();
    const later = [ask(), ask(), ask()];
    expect(begun).toHaveLength(1);
    begun[0]!.resolve('before the change');
    expect(await first).toBe('before the change');
    await settled();
    expect(begun).toHaveLength(2);
    begun[1]!.resolve('after it');
    expect(await Promise.all(later)).toEqual(['after it', 'after it', 'after it']);
  });

  it('keeps a failure from later calls, and shares their own', async () => {
    const { ask, begun } = held();
    const first = ask();
    const later = [ask(), ask()];
    begun[0]!.reject(new Error('NATS is away'));
    await expect(first).rejects.toThrow('NATS is away');
    await settled();
    begun[1]!.reject(new Error('still away'));
    for (const one of later) {
      await expect(one).rejects.toThrow('still away');
    }
    const last = ask();
    begun[2]!.resolve('back');
    expect(await last).toBe('back');
  });

  it('does not wait for a reading that hangs', async () => {
    const { ask, begun } = held();
    const hanging = ask();
    const later = ask();
    while (begun.length < 2) {
      await settled();
    }
    begun[1]!.resolve('there');
    expect(await later).toBe('there');
    begun[0]!.resolve('late');
    expect(await hanging).toBe('late');
  });

  it('does not share readings of different keys', () => {
    const { ask, begun } = held();
    void ask('skills');
    void ask('interests');
    expect(begun).toHaveLength(2);
  });
});
