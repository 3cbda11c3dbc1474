import { linearRegression, quantileSorted } from 'simple-statistics';

/** How many there are of something, and how large: the middle, the ends. */
export interface Spread {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** One look at something that changes: when (or after how much), and how much it was. */
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
 * By how much a value grows for each unit of `at`, by least squares, once the first third of the way is left out: caches
 * fill and code is compiled there. NaN where fewer than three samples remain.
 */
export function slopeAfterWarmUp(samples: readonly Sample[]): number {
  const first = Math.min(...samples.map(({ at }) => at));
  const last = Math.max(...samples.map(({ at }) => at));
  const warm = samples.filter(({ at }) => at >= first + (last - first) / 3);
  return warm.length < 3 ? Number.NaN : linearRegression(warm.map(({ at, value }) => [at, value])).m;
}
