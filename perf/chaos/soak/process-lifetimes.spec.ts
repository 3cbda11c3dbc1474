import { describe, expect, it } from '@jest/globals';
import { type Look, longestLives, troublesIn } from './process-lifetimes.ts';

/** Looks at one process each minute; `grows` MB a minute. */
function life(slot: string, pid: number, fromMinute: number, minutes: number, grows: number): Look[] {
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

describe('longestLives', () => {
  it('compares each service with itself, within its longest life alone', () => {
    const looks = [...life('api', 1, 0, 4, 30), ...life('gateway', 2, 0, 60, 0), ...life('api', 3, 5, 50, 1)];
    const found = longestLives(looks);
    expect(found.map(({ slot, lives, minutes }) => [slot, lives, minutes])).toEqual([
      ['api', 2, 50],
      ['gateway', 1, 60],
    ]);
    expect(found[0]?.perHour.rssMb).toBeCloseTo(60, 6);
    expect(found[0]?.last.rssMb).toBe(150);
    expect(found[1]?.perHour).toEqual({ rssMb: 0, liveMb: 0, fds: 0, handles: 0 });
    expect(found[1]?.live).toEqual({ firstMb: 50, lastMb: 50 });
  });

  it('finds no life where nobody looked', () => {
    expect(longestLives([])).toEqual([]);
  });
});

describe('troublesIn', () => {
  it('finds warnings of Node and what nobody caught, and nothing that a service logs of broken servers', () => {
    const troubles = [
      '(node:77) MaxListenersExceededWarning: Possible EventTarget memory leak detected.',
      'Node.js v24.21.0',
      '[UnhandledPromiseRejection: This error originated either by throwing …]',
    ];
    const usual = [
      '[Nest] 77  - WARN [Broker] NATS at 127.0.0.1:4222 is gone; reconnecting until it is back',
      '(Use `node --trace-warnings ...` to show where the warning was created)',
    ];
    expect(troublesIn([...usual, ...troubles].join('\n'))).toEqual(troubles);
  });
});
