import { createRandom as createGenerator } from '../src/search/permutation/random.ts';

/** A seeded source of numbers in [0, 1): the same seed gives the same sequence everywhere. */
export type Random = () => number;

/** Creates a generator from an integer seed, with a warm-up so that neighbouring seeds do not begin alike. */
export function createRandom(seed: number): Random {
  const next = createGenerator(seed);
  for (let warm = 0; warm < 20; warm++) {
    next();
  }
  return next;
}

/** A standard normal number (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Some of the numbers from 0 up to, not including, `size`, each at most once. */
export function sample(random: Random, size: number, count: number): number[] {
  const all = Array.from({ length: size }, (_, at) => at);
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (size - at));
    [all[at], all[other]] = [all[other] ?? 0, all[at] ?? 0];
  }
  return all.slice(0, count);
}
