/** Error of the intervals, of 95 % confidence. */
const error = 0.05;
/** Quantile of the standard normal distribution at 1 - ERROR / 2. */
const z95 = 1.959963984540054;

/** An interval by its lower and upper end. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 95 % score interval of a share (Wilson 1927): within 0 and 1, and sound for small counts. */
export function wilson(observed: number, total: number, z = z95): Interval {
  if (total === 0) {
    return { low: 0, high: 1 };
  }
  const share = observed / total;
  const z2 = z * z;
  const centre = (share + z2 / (2 * total)) / (1 + z2 / total);
  const half = (z / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  return {
    low: observed === 0 ? 0 : Math.max(0, centre - half),
    high: observed === total ? 1 : Math.min(1, centre + half),
  };
}

/** The 95 % interval of observed ÷ expected: Wilson's interval of the share, divided by the expected share. */
export function liftInterval(observed: number, expected: number, total: number): Interval {
  const { low, high } = wilson(observed, total);
  return { low: (low * total) / expected, high: (high * total) / expected };
}

/**
 * Interval of lift for a rule that chance may explain: of 95 % confidence for all of `tested` rules at once
 * (Bonferroni, with Chernoff's bound of the normal tail), so that selection among them does not make it too narrow. It
 * always contains 1, which the failed test does not exclude.
 */
export function liftAmong(observed: number, expected: number, total: number, tested: number): Interval {
  const z = Math.sqrt(2 * Math.log(Math.max(1, tested) / error));
  const { low, high } = wilson(observed, total, z);
  return { low: Math.min(1, (low * total) / expected), high: Math.max(1, (high * total) / expected) };
}
