import { describe, expect, it } from '@jest/globals';
import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import { RetryLater, UnreadableMessage, isFailure, reasonOf, settlementOf } from './settlement.ts';

describe('settlementOf', () => {
  const most = 4;

  it('acknowledges what was handled', () => {
    expect(settlementOf(undefined, 0, most)).toEqual({ kind: 'ack' });
  });

  it('tries again with a delay that doubles, up to a minute', () => {
    const delays = [1, 2, 3, 4, 30].map((failures) => settlementOf(new Error('no'), failures, 100));
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 60_000].map((delayMs) => ({ kind: 'nak', delayMs })));
  });

  it('parks at the last failure, with its words', () => {
    expect(settlementOf(new TypeError('no'), most, most)).toEqual({ kind: 'park', reason: 'TypeError: no' });
  });

  it('parks what cannot be read at once', () => {
    const settlement = settlementOf(new UnreadableMessage('not JSON'), 0, most);
    expect(settlement).toEqual({ kind: 'park', reason: 'UnreadableMessage: not JSON' });
  });

  it('gives back what shall come later, however often it has failed', () => {
    expect(settlementOf(new RetryLater(70, 'busy'), 99, most)).toEqual({ kind: 'nak', delayMs: 70 });
  });

  it('waits for as long as what the message needs is away', () => {
    for (const outage of [new ServiceUnavailable('away'), new DeadlineExceeded('late')]) {
      expect(isFailure(outage)).toBe(false);
      expect(settlementOf(outage, 99, most)).toEqual({ kind: 'nak', delayMs: 5_000 });
    }
  });

  it('counts as a failure only what a handler threw and did not ask for', () => {
    const thrown = [new Error('no'), 'no', undefined, new RetryLater(1, 'busy'), new UnreadableMessage('x')];
    expect(thrown.map(isFailure)).toEqual([true, true, false, false, false]);
  });

  it('has words for what is no Error', () => {
    expect(reasonOf({ status: 'error', message: 'Forbidden' })).toBe(
      '{"status":"error","message":"Forbidden"}',
    );
  });
});
