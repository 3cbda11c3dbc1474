/** Log tail below which no decision can change any more: the largest family of tests stays below 1e40. */
const certainLog = Math.log(1e-60);
const smallest = 1e-300;
/** Mass, against a peak of about 1/σ, that is cut off at both ends of a distribution. */
const negligible = 1e-20;

/** Independent Bernoulli trials in classes: `counts[c]` of them succeed with probability `chances[c]`. */
interface Trials {
  readonly chances: Float64Array;
  readonly counts: ArrayLike<number>;
}

/** Expected number of successes. */
export function meanOf({ chances, counts }: Trials): number {
  let mean = 0;
  for (let c = 0; c < chances.length; c++) {
    mean += (chances[c] ?? 0) * (counts[c] ?? 0);
  }
  return mean;
}

/**
 * Upper tail of the Poisson binomial distribution: the probability of at least `least` successes. Exact up to rounding:
 * the distribution is tilted so that its mean is `least` (an identity, not an approximation; Esscher 1932), the
 * binomials of the classes are convolved, and the tilt is undone. Where the bound of Chernoff (1952) is below 1e-60 the
 * bound itself is returned: it is larger than the exact value and smaller than every threshold.
 */
export function upperTail(trials: Trials, least: number): number {
  const { chances, counts, certain, possible } = uncertain(trials);
  const needed = least - certain;
  if (needed <= 0) {
    return 1;
  }
  if (needed > possible) {
    return 0;
  }
  if (needed === possible) {
    return clamp(logOfAll(chances, counts));
  }
  const mean = meanOf({ chances, counts });
  const tilt = needed > mean ? tiltToMean(chances, counts, needed) : 0;
  const growth = Math.expm1(tilt);
  let logMoment = 0;
  const tilted = new Float64Array(chances.length);
  for (let c = 0; c < chances.length; c++) {
    const chance = chances[c] ?? 0;
    const odds = 1 + chance * growth;
    logMoment += (counts[c] ?? 0) * Math.log(odds);
    tilted[c] = (chance * (growth + 1)) / odds;
  }
  const chernoff = logMoment - tilt * needed;
  if (tilt > 0 && chernoff < certainLog) {
    return clamp(chernoff);
  }
  const { from, masses } = convolve(tilted, counts);
  const shrink = Math.exp(-tilt);
  let weight = from > needed ? Math.exp(-tilt * (from - needed)) : 1;
  let sum = 0;
  for (let at = Math.max(0, needed - from); at < masses.length; at++) {
    sum += (masses[at] ?? 0) * weight;
    weight *= shrink;
  }
  return Math.min(1, Math.max(smallest, sum * Math.exp(chernoff)));
}

/**
 * The trials without certain successes, which are counted apart, and without impossible ones: neither can be tilted.
 */
function uncertain(trials: Trials) {
  const chances = new Float64Array(trials.chances.length);
  const counts = new Uint32Array(trials.chances.length);
  let length = 0;
  let certain = 0;
  let possible = 0;
  for (let c = 0; c < trials.chances.length; c++) {
    const chance = trials.chances[c] ?? 0;
    const count = trials.counts[c] ?? 0;
    if (count === 0 || chance <= 0) {
      continue;
    }
    if (chance >= 1) {
      certain += count;
      continue;
    }
    chances[length] = chance;
    counts[length] = count;
    possible += count;
    length++;
  }
  return { chances: chances.subarray(0, length), counts: counts.subarray(0, length), certain, possible };
}

function logOfAll(chances: Float64Array, counts: Uint32Array): number {
  return chances.reduce((sum, chance, c) => sum + (counts[c] ?? 0) * Math.log(chance), 0);
}

/** The tilt that gives a wanted mean, by Newton's method with a bracket: the tilted mean increases with the tilt. */
function tiltToMean(chances: Float64Array, counts: Uint32Array, wanted: number): number {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let tilt = Math.log(wanted / meanOf({ chances, counts }));
  for (let step = 0; step < 200; step++) {
    const growth = Math.expm1(tilt);
    let mean = 0;
    let slope = 0;
    for (let c = 0; c < chances.length; c++) {
      const chance = chances[c] ?? 0;
      const tilted = (chance * (growth + 1)) / (1 + chance * growth);
      mean += (counts[c] ?? 0) * tilted;
      slope += (counts[c] ?? 0) * tilted * (1 - tilted);
    }
    // The tilt need not be exact for the result to be: it only puts the window in the right place.
    if (Math.abs(mean - wanted) < 1e-3) {
      return tilt;
    }
    if (mean < wanted) {
      low = tilt;
    } else {
      high = tilt;
    }
    const next = tilt + (wanted - mean) / slope;
    tilt = next > low && next < high ? next : Number.isFinite(high) ? (low + high) / 2 : low + 1;
  }
  return tilt;
}

/** Two buffers that are filled in turn, so that thousands of tests do not allocate thousands of arrays. */
let buffers: [Float64Array, Float64Array] = [new Float64Array(1024), new Float64Array(1024)];

function convolve(chances: Float64Array, counts: Uint32Array): { from: number; masses: Float64Array } {
  let [current, spare] = buffers;
  let from = 0;
  let length = 1;
  current[0] = 1;
  for (let c = 0; c < chances.length; c++) {
    const part = binomial(counts[c] ?? 0, chances[c] ?? 0);
    const width = part.masses.length;
    const grown = length + width - 1;
    if (grown > spare.length) {
      const kept = current.subarray(0, length);
      buffers = [new Float64Array(2 * grown), new Float64Array(2 * grown)];
      [current, spare] = buffers;
      current.set(kept);
    }
    spare.fill(0, 0, grown);
    for (let a = 0; a < width; a++) {
      const mass = part.masses[a] ?? 0;
      for (let b = 0; b < length; b++) {
        spare[a + b] = (spare[a + b] ?? 0) + mass * (current[b] ?? 0);
      }
    }
    let begin = 0;
    let end = grown;
    while (begin < end - 1 && (spare[begin] ?? 0) < negligible) {
      begin++;
    }
    while (end > begin + 1 && (spare[end - 1] ?? 0) < negligible) {
      end--;
    }
    if (begin > 0) {
      spare.copyWithin(0, begin, end);
    }
    [current, spare] = [spare, current];
    length = end - begin;
    from += part.from + begin;
  }
  return { from, masses: current.slice(0, length) };
}

/**
 * Binomial masses, built outwards from the mode by ratios of neighbours, then normalised: no factorials, no underflow.
 */
function binomial(count: number, chance: number): { from: number; masses: Float64Array } {
  if (count === 1) {
    return { from: 0, masses: new Float64Array([1 - chance, chance]) };
  }
  const odds = chance / (1 - chance);
  const mode = Math.min(count, Math.floor((count + 1) * chance));
  const down: number[] = [];
  const up: number[] = [];
  let sum = 1;
  for (let k = mode, mass = 1; k > 0; k--) {
    mass *= k / ((count - k + 1) * odds);
    if (mass < negligible) {
      break;
    }
    down.push(mass);
    sum += mass;
  }
  for (let k = mode, mass = 1; k < count; k++) {
    mass *= ((count - k) * odds) / (k + 1);
    if (mass < negligible) {
      break;
    }
    up.push(mass);
    sum += mass;
  }
  const masses = new Float64Array(down.length + 1 + up.length);
  down.forEach((mass, at) => (masses[down.length - 1 - at] = mass / sum));
  masses[down.length] = 1 / sum;
  up.forEach((mass, at) => (masses[down.length + 1 + at] = mass / sum));
  return { from: mode - down.length, masses };
}

function clamp(log: number): number {
  return Math.min(1, Math.max(smallest, Math.exp(log)));
}
