import { describe, expect, it } from '@jest/globals';
import { EventServiceEnvironment, workerTimes } from './environment.ts';

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
