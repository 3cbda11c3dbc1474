import { slopeAfterWarmUp } from '../../measure/figures.ts';
import type { Footprint } from '../../measure/footprint.ts';

/** Resource use of one process at one moment. */
export type Sample = Footprint & {
  slot: string;
  pid: number;
  atMs: number;
  /** live heap; sampled now and then, since a snapshot pauses the process */
  liveMb?: number | undefined;
};

/** The longest process lifetime of a service: its first and last samples, and its growth per hour after the first third. */
interface Lifetime {
  slot: string;
  /** number of processes */
  processes: number;
  minutes: number;
  first: Footprint;
  last: Footprint;
  /** the first and the last live heap; absent without samples */
  live: { firstMb: number; lastMb: number } | undefined;
  perHour: { rssMb: number; liveMb: number; fds: number; handles: number };
}

const hourMs = 3_600_000;

/** The longest process lifetime of each service; two processes of one service are not compared. */
export function longestLifetimes(samples: readonly Sample[]): Lifetime[] {
  return [...Map.groupBy(samples, ({ slot }) => slot)].flatMap(([slot, all]) => {
    const lifetimes = [...Map.groupBy(all, ({ pid }) => pid).values()];
    const [longest = []] = lifetimes.toSorted((a, b) => lengthOf(b) - lengthOf(a));
    const [first, last] = [longest.at(0), longest.at(-1)];
    if (first === undefined || last === undefined) {
      return [];
    }
    const slope = (of: (sample: Sample) => number | undefined): number =>
      slopeAfterWarmUp(
        longest.flatMap((sample) => {
          const value = of(sample);
          return value === undefined ? [] : [{ at: sample.atMs / hourMs, value }];
        }),
      );
    const perHour = {
      rssMb: slope(({ rssMb }) => rssMb),
      liveMb: slope(({ liveMb }) => liveMb),
      fds: slope(({ fds }) => fds),
      handles: slope(({ handles }) => handles),
    };
    const known = longest.flatMap(({ liveMb }) => (liveMb === undefined ? [] : [liveMb]));
    const [firstMb, lastMb] = [known.at(0), known.at(-1)];
    const live = firstMb === undefined || lastMb === undefined ? undefined : { firstMb, lastMb };
    return [
      { slot, processes: lifetimes.length, minutes: lengthOf(longest) / 60_000, first, last, live, perHour },
    ];
  });
}

function lengthOf(lifetime: readonly Sample[]): number {
  return (lifetime.at(-1)?.atMs ?? 0) - (lifetime.at(0)?.atMs ?? 0);
}

/** Log lines that always show a defect: warnings of Node, and uncaught errors. */
export function problemsIn(logs: string): string[] {
  return logs
    .split('\n')
    .filter((line) => /^\(node:\d+\) .*Warning|unhandled|uncaught|^Node\.js v\d/i.test(line));
}
