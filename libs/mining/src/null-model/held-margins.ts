import { solveDefinite } from './linear.ts';

/** Members who are alike in their chances of every combination of some facets. */
export interface CombinationClass {
  readonly count: number;
  /** Length 2^facets: element m is the chance of the combination whose bit f is set for facet f. */
  readonly chances: Float64Array;
  /** Facets besides these that each of them carries for certain, which count too; 0 unless said. */
  readonly already?: number;
}

/** Safety factor: the relative error of the approximation stayed below it in every comparison. */
const safety = 1.15;
/** Least tilt of the count for which the approximation is used. */
const leastTilt = 0.05;
const mostSteps = 60;

/**
 * The probability that at least `observed` members carry at least k of some facets, conditional on the number of
 * carriers of each facet (`margins`), and on who carries further ones (`already`). The distribution of that count has no
 * closed form; its tail is computed by the double saddlepoint approximation (Skovgaard 1987; Butler 2007, ch. 4) with the geometric tail of a log-concave
 * distribution, rounded up. Undefined where the approximation fails.
 */
export function heldMarginsTail(
  classes: readonly CombinationClass[],
  margins: readonly number[],
  k: number,
  observed: number,
): number | undefined {
  const size = margins.length;
  // At the very end of what margins allow there is no tilt; the tail a little before the end is larger, so still safe.
  const target = Math.min(observed, endOf(classes, margins, k) - 0.3);
  const base = tiltTo(classes, Float64Array.from(margins), k, false);
  const tilted = tiltTo(classes, Float64Array.from([...margins, target]), k, true);
  if (!base || !tilted) {
    return undefined;
  }
  const theta = tilted.tilts[size] ?? 0;
  if (!(theta > leastTilt)) {
    return undefined;
  }
  const log =
    tilted.exponent -
    base.exponent +
    (base.logDeterminant - tilted.logDeterminant - Math.log(2 * Math.PI)) / 2;
  return Math.min(1, Math.max(1e-300, (safety * Math.exp(log)) / -Math.expm1(-theta)));
}

/** The largest count that margins allow, or more. */
function endOf(classes: readonly CombinationClass[], margins: readonly number[], k: number): number {
  const missing = classes.map(({ count, already = 0 }) => ({ count, missing: Math.max(0, k - already) }));
  const least = Math.min(...missing.flatMap((each) => (each.missing > 0 ? [each.missing] : [])));
  const total = (some: typeof missing) => some.reduce((sum, { count }) => sum + count, 0);
  const byMargins =
    least >= margins.length
      ? Math.min(...margins)
      : Math.floor(margins.reduce((sum, margin) => sum + margin, 0) / least);
  const able = total(missing.filter((each) => each.missing > 0 && each.missing <= margins.length));
  return total(missing.filter((each) => each.missing === 0)) + Math.min(able, byMargins);
}

interface Tilted {
  readonly tilts: Float64Array;
  /** Cumulant generating function less tilts times targets. */
  readonly exponent: number;
  readonly logDeterminant: number;
}

/** Tilts the margins, and the count if `withCount`, to their targets: damped Newton steps on a convex function. */
function tiltTo(
  classes: readonly CombinationClass[],
  targets: Float64Array,
  k: number,
  withCount: boolean,
): Tilted | undefined {
  const size = withCount ? targets.length - 1 : targets.length;
  const most = Math.max(...classes.map(({ already = 0 }) => already));
  const features = Array.from({ length: most + 1 }, (_, already) =>
    combinationFeatures(size, k - already, withCount),
  );
  let tilts = new Float64Array(targets.length);
  let here = moments(classes, features, tilts, targets);
  for (let step = 0; step < mostSteps; step++) {
    const solved = solveDefinite(here.hessian, here.gradient);
    if (!solved) {
      return undefined;
    }
    if (here.gradient.every((difference) => Math.abs(difference) < 1e-6)) {
      return { tilts, exponent: here.value, logDeterminant: solved.logDeterminant };
    }
    let size = 1;
    for (; size > 1e-4; size /= 2) {
      const next = tilts.map((tilt, at) => tilt - size * (solved.solution[at] ?? 0));
      if (next.some((tilt) => Math.abs(tilt) > 60)) {
        continue;
      }
      const there = moments(classes, features, next, targets);
      if (there.value <= here.value + 1e-9) {
        tilts = next;
        here = there;
        break;
      }
    }
    if (size <= 1e-4) {
      return undefined;
    }
  }
  return undefined;
}

/** Indices of the tilts that apply to each combination. */
function combinationFeatures(size: number, k: number, withCount: boolean): Uint8Array[] {
  return Array.from({ length: 1 << size }, (_, mask) => {
    const carried = Array.from({ length: size }, (_unused, at) => at).filter((at) => mask & (1 << at));
    return Uint8Array.from(withCount && carried.length >= k ? [...carried, size] : carried);
  });
}

const none = new Uint8Array();

/** Adds a weight to the sums of its places and, below the diagonal only, of their pairs. */
function addTo(mean: Float64Array, square: Float64Array, places: Uint8Array, weight: number): void {
  for (let i = 0; i < places.length; i++) {
    const a = places[i] ?? 0;
    mean[a] = (mean[a] ?? 0) + weight;
    for (let j = 0; j <= i; j++) {
      const at = a * mean.length + (places[j] ?? 0);
      square[at] = (square[at] ?? 0) + weight;
    }
  }
}

function moments(
  classes: readonly CombinationClass[],
  features: readonly (readonly Uint8Array[])[],
  tilts: Float64Array,
  targets: Float64Array,
) {
  const size = targets.length;
  const factors = features.map((combinations) =>
    Float64Array.from(combinations, (places) =>
      Math.exp(places.reduce((sum, place) => sum + (tilts[place] ?? 0), 0)),
    ),
  );
  const gradient = targets.map((target) => -target);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  let value = -tilts.reduce((sum, tilt, at) => sum + tilt * (targets[at] ?? 0), 0);
  const mean = new Float64Array(size);
  const square = new Float64Array(size * size);
  for (const { count, chances, already = 0 } of classes) {
    const combinations = features[already];
    const factor = factors[already];
    let total = 0;
    mean.fill(0);
    square.fill(0);
    for (let mask = 0; mask < chances.length; mask++) {
      const weight = (chances[mask] ?? 0) * (factor?.[mask] ?? 0);
      total += weight;
      addTo(mean, square, combinations?.[mask] ?? none, weight);
    }
    value += count * Math.log(total);
    for (let a = 0; a < size; a++) {
      const meanA = (mean[a] ?? 0) / total;
      gradient[a] = (gradient[a] ?? 0) + count * meanA;
      const row = hessian[a];
      for (let b = 0; row && b < size; b++) {
        const below = a > b ? a * size + b : b * size + a;
        row[b] = (row[b] ?? 0) + count * ((square[below] ?? 0) / total - (meanA * (mean[b] ?? 0)) / total);
      }
    }
  }
  return { value, gradient, hessian };
}
