import { slopeAfterWarmUp } from '../../measure/figures.ts';
import type { Footprint } from '../../measure/footprint.ts';

/** One look at a process: which it was, when, and what it took. */
export type Look = Footprint & {
  slot: string;
  pid: number;
  atMs: number;
  /** what is alive in its heap; only looked for now and then, since the process stands still meanwhile */
  liveMb?: number | undefined;
};

/** The longest life of a service: how it began and ended, and by how much it grew in an hour after its first third. */
export type Life = {
  slot: string;
  /** how many processes there were */
  lives: number;
  minutes: number;
  first: Footprint;
  last: Footprint;
  /** the first and the last time that it was looked what is alive; absent where it never was */
  live: { firstMb: number; lastMb: number } | undefined;
  perHour: { rssMb: number; liveMb: number; fds: number; handles: number };
};

const hourMs = 3_600_000;

/** The longest life of each service; one that is killed begins anew, and is not to be compared with what it was before. */
export function longestLives(looks: readonly Look[]): Life[] {
  return [...Map.groupBy(looks, ({ slot }) => slot)].flatMap(([slot, all]) => {
    const lives = [...Map.groupBy(all, ({ pid }) => pid).values()];
    const [longest = []] = lives.toSorted((a, b) => lengthOf(b) - lengthOf(a));
    const [first, last] = [longest.at(0), longest.at(-1)];
    if (first === undefined || last === undefined) return [];
    const slope = (of: (look: Look) => number | undefined): number =>
      slopeAfterWarmUp(
        longest.flatMap((look) => {
          const value = of(look);
          return value === undefined ? [] : [{ at: look.atMs / hourMs, value }];
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
    return [{ slot, lives: lives.length, minutes: lengthOf(longest) / 60_000, first, last, live, perHour }];
  });
}

function lengthOf(life: readonly Look[]): number {
  return (life.at(-1)?.atMs ?? 0) - (life.at(0)?.atMs ?? 0);
}

/** Lines of logs that tell of a fault of ours whatever else is broken: Node's own warnings, and what nobody caught. */
export function troublesIn(logs: string): string[] {
  return logs
    .split('\n')
    .filter((line) => /^\(node:\d+\) .*Warning|unhandled|uncaught|^Node\.js v\d/i.test(line));
}
