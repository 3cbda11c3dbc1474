import { describe, expect, it } from '@jest/globals';
import { longestLifetimes, problemsIn } from './process-lifetimes.ts';
import type { Sample } from './process-lifetimes.ts';

/** Samples of one process, one a minute; it grows by `grows` MB a minute. */
function lifetime(slot: string, pid: number, fromMinute: number, minutes: number, grows: number): Sample[] {
  return Array.from({ length: minutes + 1 }, (_, minute) => ({
    slot,
    pid,
    atMs: (fromMinute + minute) * 60_000,
    rssMb: 100 + grows * minute,
    liveMb: minute % 2 === 0 ? 50 : undefined,
    fds: 20,
    handles: 5,
  }));
}

describe('longestLifetimes', () => {
  it('compares each service with itself, within its longest lifetime alone', () => {
    const samples = [
      ...lifetime('api', 1, 0, 4, 30),
      ...lifetime('gateway', 2, 0, 60, 0),
      ...lifetime('api', 3, 5, 50, 1),
    ];
    const found = longestLifetimes(samples);
    expect(found.map(({ slot, processes, minutes }) => [slot, processes, minutes])).toEqual([
      ['api', 2, 50],
      ['gateway', 1, 60],
    ]);
    expect(found[0]?.perHour.rssMb).toBeCloseTo(60, 6);
    expect(found[0]?.last.rssMb).toBe(150);
    expect(found[1]?.perHour).toEqual({ rssMb: 0, liveMb: 0, fds: 0, handles: 0 });
    expect(found[1]?.live).toEqual({ firstMb: 50, lastMb: 50 });
  });

  it('finds no lifetime without samples', () => {
    expect(longestLifetimes([])).toEqual([]);
  });
});

describe('problemsIn', () => {
  it('finds warnings of Node and uncaught errors, and nothing that a service logs about broken servers', () => {
    const problems = [
      '(node:77) MaxListenersExceededWarning: Possible EventTarget memory leak detected.',
      'Node.js v24.21.0',
      '[UnhandledPromiseRejection: This error originated either by throwing …]',
    ];
    const usual = [
      '[Nest] 77  - WARN [NatsConnectionManager] NATS at 127.0.0.1:4222 is unreachable; reconnecting',
      '(Use `node --trace-warnings ...` to show where the warning was created)',
    ];
    expect(problemsIn([...usual, ...problems].join('\n'))).toEqual(problems);
  });
});
