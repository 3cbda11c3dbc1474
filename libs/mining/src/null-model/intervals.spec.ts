import { describe, expect, it } from '@jest/globals';
import { liftInterval, wilson } from './intervals.ts';

describe('wilson', () => {
  it('gives the published interval for 81 of 263 (Newcombe 1998, table I)', () => {
    const { low, high } = wilson(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('gives the published interval for 0 of 20 and for 1 of 29 (Newcombe 1998, table I)', () => {
    expect(wilson(0, 20)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) });
    expect(wilson(1, 29)).toEqual({ low: expect.closeTo(0.0061, 4), high: expect.closeTo(0.1718, 4) });
  });
});

describe('liftInterval', () => {
  it('is the interval of the share over the expected share', () => {
    const share = wilson(81, 263);
    const lift = liftInterval(81, 26.3, 263);
    expect(lift.low).toBeCloseTo(share.low / 0.1, 10);
    expect(lift.high).toBeCloseTo(share.high / 0.1, 10);
  });
});
