import { median } from './scoring/statistics.ts';

/** Durations in milliseconds: wall-clock time, and processor time, which other work disturbs less. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

/** Starts a stopwatch; each call of the returned function gives the time since the start. */
export function startWatch(): () => Took {
  const clock = performance.now();
  const processor = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(processor);
    return { clock: performance.now() - clock, processor: (user + system) / 1000 };
  };
}

/** Medians of wall-clock and processor times. */
export function medianTook(times: readonly Took[]): Took {
  return {
    clock: median(times.map(({ clock }) => clock)),
    processor: median(times.map(({ processor }) => processor)),
  };
}
