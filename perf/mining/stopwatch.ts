import { median } from './scoring/statistics.ts';

/** How long something took, in milliseconds: by the clock, and of the processor, which other work disturbs less. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

/** Starts; each call of what it returns says how long it has been. */
export function startWatch(): () => Took {
  const clock = performance.now();
  const processor = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(processor);
    return { clock: performance.now() - clock, processor: (user + system) / 1000 };
  };
}

/** The medians, each by itself. */
export function medianTook(times: readonly Took[]): Took {
  return {
    clock: median(times.map(({ clock }) => clock)),
    processor: median(times.map(({ processor }) => processor)),
  };
}
