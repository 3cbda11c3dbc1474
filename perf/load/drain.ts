import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { startSystem, usualTimes } from '@warren/testing';
import { slopeAfterWarmUp } from '../measure/figures.ts';
import { footprintOf } from '../measure/footprint.ts';
import type { Footprint } from '../measure/footprint.ts';
import { liveHeapOf, withSnapshots } from '../measure/live-heap.ts';
import { readOptions } from '../measure/options.ts';
import { rounded, printLine, printResults } from '../measure/print-results.ts';
import { withoutLimits } from '../measure/without-limits.ts';
import { askForRuns, importSample, withDatabase } from './runs/sample-runs.ts';

/** Target: growth of a process's live heap, in MB per hundred runs. */
const aim = 1;
const option = readOptions(
  'Queues runs of the statistical analyst, lets one worker do them all, and samples the memory of every service.',
  {
    runs: { default: 1_000, description: 'runs that are queued' },
    looks: {
      default: 10,
      description: 'number of samples of every process; each pauses it for a second or two',
    },
  },
);
const pollMs = 250;
type Sample = Footprint & { ended: number; liveMb: number | undefined };
const Count = z.object({ n: z.int() });
const snapshots = await mkdtemp(join(tmpdir(), 'warren-heap-'));
const system = await startSystem({
  env: { ...usualTimes, ...withoutLimits, NODE_OPTIONS: withSnapshots(snapshots) },
  workers: 0,
});
const samples = new Map<number, Sample[]>();
try {
  await importSample(system);
  await askForRuns(system, option('runs'));
  await system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
  printLine(`${option('runs')} runs are queued`);
  const from = performance.now();
  await watch();
  const seconds = (performance.now() - from) / 1_000;
  const services = system.processes().map(({ name, pid }, index) => ({
    service: name === 'pattern-finder' ? `${name} (${index === 3 ? 'api' : 'worker'})` : name,
    ...summaryOf(samples.get(pid) ?? []),
  }));
  printResults(
    [
      'service',
      'RSS MB then',
      'now',
      'alive MB then',
      'now',
      `MB/100 runs (aim ≤ ${aim})`,
      'descriptors then',
      'now',
    ],
    services.map(({ service, first, last, liveSlope }) => [
      service,
      rounded(first?.rssMb ?? Number.NaN),
      rounded(last?.rssMb ?? Number.NaN),
      rounded(first?.liveMb ?? Number.NaN),
      rounded(last?.liveMb ?? Number.NaN),
      rounded(liveSlope, 2),
      first?.fds ?? '',
      last?.fds ?? '',
    ]),
    { what: 'drain', runs: option('runs'), seconds, services, aim },
  );
  printLine(`${option('runs')} runs in ${rounded(seconds)} s`);
} finally {
  await system.stop();
  await rm(snapshots, { recursive: true });
}
process.exit(0);

/** Samples every process each time that another `step` runs have ended, until all have. */
async function watch(): Promise<void> {
  await withDatabase(system, async (query) => {
    const step = option('runs') / option('looks');
    for (let [ended, next] = [0, step]; ended < option('runs');) {
      await delay(pollMs);
      const rows = await query(
        'select count(*)::integer as n from pattern_finder.run where finished_at is not null',
        [],
        Count,
      );
      ended = rows[0]?.n ?? 0;
      if (ended < next) {
        continue;
      }
      next = ended + step;
      for (const { pid, url } of system.processes()) {
        const found = await footprintOf(pid, url);
        const liveMb = await liveHeapOf(pid, snapshots);
        if (found !== undefined) {
          samples.set(pid, [...(samples.get(pid) ?? []), { ...found, ended, liveMb }]);
        }
      }
    }
  });
}

/** First and last sample of a process, and the growth of its live heap in MB per hundred runs after the first third. */
function summaryOf(all: readonly Sample[]) {
  const alive = all.flatMap(({ ended, liveMb }) =>
    liveMb === undefined ? [] : [{ at: ended / 100, value: liveMb }],
  );
  return { first: all.at(0), last: all.at(-1), liveSlope: slopeAfterWarmUp(alive) };
}
