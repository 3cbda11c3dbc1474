import { describe, expect, it } from '@jest/globals';
import { EventServiceEnvironment, retainedDays, workerTimes } from './environment.ts';

const required = { DATABASE_URL: 'postgresql://127.0.0.1/warren' };

describe('the times of workers', () => {
  it('detect a dead worker within 35 seconds by default', () => {
    const { heartbeatMs, leaseMs, ackWaitMs } = workerTimes(EventServiceEnvironment.parse(required));
    expect([heartbeatMs, leaseMs, ackWaitMs]).toEqual([10_000, 25_000, 30_000]);
    expect(Math.max(leaseMs, ackWaitMs)).toBeLessThanOrEqual(35_000);
  });

  it('are in order, with two heartbeats in a lease, whatever the timeout', () => {
    for (const timeout of [600, 601, 605, 3_000, 30_000, 3_600_001]) {
      const { heartbeatMs, leaseMs, ackWaitMs } = workerTimes({ WORKER_TIMEOUT_MS: timeout });
      expect(2 * heartbeatMs).toBeLessThan(leaseMs);
      expect(leaseMs).toBeLessThan(ackWaitMs);
    }
    expect(() => EventServiceEnvironment.parse({ ...required, WORKER_TIMEOUT_MS: '599' })).toThrow();
  });
});

describe('the days that something is kept', () => {
  const days = retainedDays(7);

  it.each([
    ['keep', null],
    ['7', 7],
    ['365', 365],
  ])('are %s as %j', (text, value) => expect(days.parse(text)).toBe(value));

  it.each(['6', '0', '-1', '7.5', 'forever', '', '1e9'])(
    'are rejected as "%s", with what would do',
    (text) => {
      expect(days.safeParse(text).error?.issues[0]?.message).toMatch(
        /^must be keep, or a whole number of days from 7 to 36500$/,
      );
    },
  );
});
