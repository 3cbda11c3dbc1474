import { describe, expect, it } from '@jest/globals';
import { makeSchedule } from './schedule.ts';

const options = { runs: 30, lengthMs: 60_000, faults: ['a', 'b', 'c', 'd'] };

describe('makeSchedule', () => {
  it('is the same for the same seed, and different for another', () => {
    expect(makeSchedule({ ...options, seed: 5 })).toEqual(makeSchedule({ ...options, seed: 5 }));
    expect(makeSchedule({ ...options, seed: 5 })).not.toEqual(makeSchedule({ ...options, seed: 6 }));
  });

  it('requests the given number of runs within its length', () => {
    const { requests } = makeSchedule({ ...options, seed: 7 });
    expect(requests.filter(({ what }) => what !== 'import')).toHaveLength(30);
    expect(requests.every(({ atMs }) => atMs >= 0 && atMs <= 60_000)).toBe(true);
    expect(requests.filter(({ twice, key }) => twice && key === undefined)).toEqual([]);
  });

  it('contains each fault before any repeats, and lets some overlap', () => {
    const { faults } = makeSchedule({ ...options, seed: 8 });
    expect(new Set(faults.slice(0, 4).map(({ name }) => name)).size).toBe(4);
    const overlaps = faults.slice(1).filter(({ atMs }, index) => {
      const before = faults[index]!;
      return atMs < before.atMs + before.forMs;
    });
    expect(overlaps.length).toBeGreaterThan(0);
  });
});
