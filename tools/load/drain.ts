import { setTimeout as delay } from 'node:timers/promises';
import { startSystem, usualTimes } from '@warren/testing';
import { z } from 'zod';
import { slopeAfterWarmUp } from './figures.ts';
import { footprintOf } from './footprint.ts';
import type { Footprint } from './footprint.ts';
import { readOptions } from './options.ts';
import { askForRuns, importSample, withDatabase } from './sample-runs.ts';
import { rounded, say, tell } from './tell.ts';

/** By how many MB for each hundred runs a process may seem to grow, which is what a heap that breathes looks like. */
const aim = 1;
const option = readOptions(
  'Queues runs of the statistical analyst, lets one worker do them all, and watches the memory of every service.',
  {
    runs: { usual: 1_000, means: 'runs that are queued' },
    seconds: { usual: 1, means: 'seconds between two looks at the memory' },
  },
);
type Look = Footprint & { ended: number };
const Count = z.object({ n: z.int() });
const system = await startSystem({ env: usualTimes, workers: 0 });
const looks = new Map<number, Look[]>();
try {
  await importSample(system);
  await askForRuns(system, option('runs'));
  await system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
  say(`${option('runs')} runs are queued`);
  const from = performance.now();
  await watch();
  const seconds = (performance.now() - from) / 1_000;
  const services = system.processes().map(({ name, pid }, index) => ({
    service: name === 'pattern-finder' ? `${name} (${index === 3 ? 'api' : 'worker'})` : name,
    ...summaryOf(looks.get(pid) ?? []),
  }));
  tell(
    [
      'service',
      'RSS MB then',
      'now',
      `MB/100 runs (aim ≤ ${aim})`,
      'of them heap',
      'descriptors then',
      'now',
    ],
    services.map(({ service, first, last, rssSlope, heapSlope }) => [
      service,
      rounded(first?.rssMb ?? Number.NaN),
      rounded(last?.rssMb ?? Number.NaN),
      rounded(rssSlope, 2),
      rounded(heapSlope, 2),
      first?.fds ?? '',
      last?.fds ?? '',
    ]),
    { what: 'drain', runs: option('runs'), seconds, services, aim },
  );
  say(`${option('runs')} runs in ${rounded(seconds)} s`);
} finally {
  await system.stop();
}
process.exit(0);

/** Looks at every process until all runs have ended. */
async function watch(): Promise<void> {
  await withDatabase(system, async (query) => {
    for (let ended = 0; ended < option('runs');) {
      await delay(option('seconds') * 1_000);
      const rows = await query(
        'select count(*)::integer as n from pattern_finder.run where finished_at is not null',
        [],
        Count,
      );
      ended = rows[0]?.n ?? 0;
      for (const { pid, url } of system.processes()) {
        const found = await footprintOf(pid, url);
        if (found !== undefined) looks.set(pid, [...(looks.get(pid) ?? []), { ...found, ended }]);
      }
    }
  });
}

/** How a process began and ended, and by how many MB it grew for each hundred runs after the first third of them. */
function summaryOf(all: readonly Look[]) {
  const slope = (of: (look: Look) => number | undefined): number =>
    slopeAfterWarmUp(
      all.flatMap((look) => {
        const value = of(look);
        return value === undefined ? [] : [{ at: look.ended / 100, value }];
      }),
    );
  return {
    first: all.at(0),
    last: all.at(-1),
    rssSlope: slope(({ rssMb }) => rssMb),
    heapSlope: slope(({ heapMb }) => heapMb),
  };
}
