const Z95 = 1.959963984540054;

/** An interval, lower and upper end. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 95 % score interval of a share (Wilson 1927): never below 0 or above 1, sound for small counts. */
export function wilson(observed: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const share = observed / total;
  const z2 = Z95 * Z95;
  const centre = (share + z2 / (2 * total)) / (1 + z2 / total);
  const half = (Z95 / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  return {
    low: observed === 0 ? 0 : Math.max(0, centre - half),
    high: observed === total ? 1 : Math.min(1, centre + half),
  };
}

/** The 95 % interval of observed ÷ expected: Wilson's interval of the share, over the share the null model expects. */
export function liftInterval(observed: number, expected: number, total: number): Interval {
  const { low, high } = wilson(observed, total);
  return { low: (low * total) / expected, high: (high * total) / expected };
}
