import { linearRegression, quantileSorted } from 'simple-statistics';

/** Count, percentiles and extremes of some measurements. */
interface Spread {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** A sample of a changing value: when (or after how much), and the value. */
export interface Sample {
  at: number;
  value: number;
}

/** The spread of some measurements; NaN throughout where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => (sorted.length === 0 ? Number.NaN : quantileSorted(sorted, share));
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/**
 * Slope of a value per unit of `at`, by least squares, without the first third, in which caches fill and code is
 * compiled. NaN where fewer than three samples remain.
 */
export function slopeAfterWarmUp(samples: readonly Sample[]): number {
  const first = Math.min(...samples.map(({ at }) => at));
  const last = Math.max(...samples.map(({ at }) => at));
  const warm = samples.filter(({ at }) => at >= first + (last - first) / 3);
  return warm.length < 3 ? Number.NaN : linearRegression(warm.map(({ at, value }) => [at, value])).m;
}
