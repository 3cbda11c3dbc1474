import { describe, expect, it } from '@jest/globals';
import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import { RetryLater, UnreadableMessage, isFailure, reasonOf, settlementOf } from './settlement.ts';

describe('settlementOf', () => {
  const most = 4;

  it('acknowledges a message that was handled', () => {
    expect(settlementOf(undefined, 0, most)).toEqual({ kind: 'ack' });
  });

  it('redelivers with a delay that doubles, up to a minute', () => {
    const delays = [1, 2, 3, 4, 30].map((failures) => settlementOf(new Error('no'), failures, 100));
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 60_000].map((delayMs) => ({ kind: 'nak', delayMs })));
  });

  it('parks at the last failure, with its message', () => {
    expect(settlementOf(new TypeError('no'), most, most)).toEqual({ kind: 'park', reason: 'TypeError: no' });
  });

  it('parks an unreadable message at once', () => {
    const settlement = settlementOf(new UnreadableMessage('not JSON'), 0, most);
    expect(settlement).toEqual({ kind: 'park', reason: 'UnreadableMessage: not JSON' });
  });

  it('redelivers after the delay that a handler asked for, however often the message has failed', () => {
    expect(settlementOf(new RetryLater(70, 'busy'), 99, most)).toEqual({ kind: 'nak', delayMs: 70 });
  });

  it('redelivers for as long as an outage lasts', () => {
    for (const outage of [new ServiceUnavailable('away'), new DeadlineExceeded('late')]) {
      expect(isFailure(outage)).toBe(false);
      expect(settlementOf(outage, 99, most)).toEqual({ kind: 'nak', delayMs: 5_000 });
    }
  });

  it('counts as a failure only an error that is no request for redelivery', () => {
    const thrown = [new Error('no'), 'no', undefined, new RetryLater(1, 'busy'), new UnreadableMessage('x')];
    expect(thrown.map(isFailure)).toEqual([true, true, false, false, false]);
  });

  it('has a text for a thrown value that is no Error', () => {
    expect(reasonOf({ status: 'error', message: 'Forbidden' })).toBe(
      '{"status":"error","message":"Forbidden"}',
    );
  });
});
