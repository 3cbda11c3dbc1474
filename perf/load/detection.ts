import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { ServerProcess } from '@warren/servers';
import { randomNumbers, scriptedMessages, startSystem, usualTimes, waitFor } from '@warren/testing';
import { spreadOf } from '../measure/figures.ts';
import { readOptions } from '../measure/options.ts';
import { rounded, printLine, printResults } from '../measure/print-results.ts';
import { askForRuns, importSample, untilSucceeded, withDatabase } from './runs/sample-runs.ts';
import type { Query } from './runs/sample-runs.ts';

/** Target: seconds until 95 of 100 runs of killed workers are claimed by another worker. */
const aim = 35;
const option = readOptions(
  'Time from the death of a worker during a model turn until another claims its run, with the default timeouts.',
  {
    kills: { default: 50, description: 'workers that are killed' },
    'at-once': {
      default: 10,
      description: 'of them within one heartbeat, each working on a run; as many others are idle',
    },
    seed: { default: 1, description: 'seed of the random moments' },
  },
);
/** Heartbeat interval of a worker; the moments of death are spread over it. */
const heartbeatMs = 10_000;
const random = randomNumbers(option('seed'));
const ClaimedRun = z.object({ id: z.int(), fence: z.int(), pid: z.int() });
type ClaimedRun = z.infer<typeof ClaimedRun>;

/** Holds back the model's answers until the round is over. */
let gate = Promise.withResolvers<undefined>();
const model = await scriptedMessages(async () => {
  await gate.promise;
  return { text: 'There is nothing to be found here.' };
});
const system = await startSystem({
  env: { ...usualTimes, ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url },
  workers: 0,
});
const workers = new Map<number, ServerProcess>();
const seconds: number[] = [];
try {
  await importSample(system);
  await withDatabase(system, async (query) => {
    while (seconds.length < option('kills')) {
      const victims = Math.min(option('at-once'), option('kills') - seconds.length);
      seconds.push(...(await round(query, victims)));
      printLine(
        `${seconds.length} of ${option('kills')}: ${seconds
          .slice(-victims)
          .map((each) => rounded(each))
          .join(' ')}`,
      );
    }
  });
  const { p50, p95, max } = spreadOf(seconds);
  printResults(
    ['workers killed', 'p50 s', `p95 s (aim ≤ ${aim})`, 'max s'],
    [[seconds.length, rounded(p50), rounded(p95), rounded(max)]],
    { what: 'detection', kills: seconds.length, p50, p95, max, aim },
  );
  process.exitCode = p95 <= aim ? 0 : 1;
} finally {
  await system.stop();
  await model.stop();
}
process.exit();

/** Kills workers, each at a random moment; returns the seconds from each death until its run was claimed again. */
async function round(query: Query, victims: number): Promise<number[]> {
  gate = Promise.withResolvers();
  await ensureWorkers(2 * victims);
  const ids = await askForRuns(system, victims);
  const claimed = await waitFor(
    async () => {
      const rows = await claimedRuns(query, ids);
      return rows.length === victims && rows;
    },
    { describe: `${victims} runs to be claimed`, timeoutMs: 60_000 },
  );
  await waitFor(() => model.calls().filter(({ outcome }) => outcome === 'open').length >= victims, {
    describe: 'every worker to wait for the model',
    timeoutMs: 60_000,
  });
  const taken = await Promise.all(claimed.map(async (run) => secondsUntilReclaimed(query, run)));
  gate.resolve(undefined);
  await untilSucceeded(query, ids, 60_000);
  return taken;
}

async function secondsUntilReclaimed(query: Query, { id, fence, pid }: ClaimedRun): Promise<number> {
  await delay(random() * heartbeatMs);
  workers.get(pid)?.signal('SIGKILL');
  const from = performance.now();
  workers.delete(pid);
  await waitFor(async () => (await claimedRuns(query, [id])).some((now) => now.fence > fence), {
    describe: `run ${id} to be claimed again`,
    timeoutMs: 120_000,
    everyMs: 50,
  });
  return (performance.now() - from) / 1_000;
}

async function claimedRuns(query: Query, ids: readonly number[]): Promise<ClaimedRun[]> {
  return query(
    `select id, fence, split_part(worker, ':', 2)::integer as pid from pattern_finder.run
     where status = 'running' and id = any($1)`,
    [ids],
    ClaimedRun,
  );
}

/** Starts workers up to a count, and waits until they are ready. */
async function ensureWorkers(count: number): Promise<void> {
  const missing = Array.from({ length: count - workers.size }, async () => {
    const worker = await system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
    workers.set(worker.pid, worker);
  });
  await Promise.all(missing);
  await Promise.all(
    system.processes().map(
      async ({ name, pid, url }) =>
        workers.has(pid) &&
        waitFor(async () => (await fetch(`${url}/readyz`)).ok, {
          describe: `${name} is ready`,
          timeoutMs: 120_000,
        }),
    ),
  );
}
