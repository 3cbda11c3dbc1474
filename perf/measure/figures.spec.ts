import { describe, expect, it } from '@jest/globals';
import { slopeAfterWarmUp, spreadOf } from './figures.ts';

describe('spreadOf', () => {
  it('computes percentiles and extremes, whatever the order of the values', () => {
    const values = Array.from({ length: 200 }, (_, at) => ((at * 77) % 200) + 1);
    const { count, p50, p95, p99, max } = spreadOf(values);
    expect([count, p50, max]).toEqual([200, 100.5, 200]);
    expect(p95).toBeCloseTo(190, 0);
    expect(p99).toBeCloseTo(198, 0);
  });

  it('uses a single value for all of them, and NaN where there is none', () => {
    expect(spreadOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
    const nothing = Number.NaN;
    expect(spreadOf([])).toEqual({ count: 0, p50: nothing, p95: nothing, p99: nothing, max: nothing });
  });
});

describe('slopeAfterWarmUp', () => {
  it('finds the growth per unit', () => {
    const samples = Array.from({ length: 30 }, (_, at) => ({ at: at * 5, value: 100 + at }));
    expect(slopeAfterWarmUp(samples)).toBeCloseTo(0.2, 10);
  });

  it('ignores growth in the first third', () => {
    const samples = Array.from({ length: 30 }, (_, at) => ({ at, value: at < 10 ? at * 50 : 500 }));
    expect(slopeAfterWarmUp(samples)).toBeCloseTo(0, 10);
  });

  it('has no slope for two samples', () => {
    const samples = [1, 2].map((at) => ({ at, value: at }));
    expect(slopeAfterWarmUp(samples)).toBe(Number.NaN);
  });
});
