/** Mean; 0 of an empty list. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Standard error of the mean; 0 of fewer than two values. */
export function standardError(values: readonly number[]): number {
  if (values.length < 2) {
    return 0;
  }
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** Median, of an even number of values the mean of the middle two; NaN of an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (Number.isInteger(half)) {
    return ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
  }
  return sorted[Math.floor(half)] ?? NaN;
}

/** Exponent b of y ≈ a·x^b, by least squares on the logarithms. */
export function fittedExponent(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const middleX = mean(logs.map(([x]) => x));
  const middleY = mean(logs.map(([, y]) => y));
  const across = logs.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return across / logs.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
}
