import { scriptedMessages, startSystem, usualTimes, waitFor } from '@warren/testing';
import { readOptions } from '../measure/options.ts';
import { rounded, printLine, printResults } from '../measure/print-results.ts';
import { withoutLimits } from '../measure/without-limits.ts';
import { askForRuns, importSample, untilSucceeded, withDatabase } from './runs/sample-runs.ts';
import { shortScript, turnsOfShortScript } from './runs/short-script.ts';

/** Target: speed of four workers, as a multiple of one. */
const aim = 3.5;
const option = readOptions(
  'Runs per minute of one worker and of several, with a model that takes a fixed time per turn.',
  {
    runs: { default: 100, description: 'runs that several workers share' },
    alone: {
      default: 25,
      description: 'runs that one worker does; as many as each of several has',
    },
    workers: { default: 4, description: 'workers' },
    seconds: { default: 1, description: 'seconds that the model takes for a turn' },
  },
);
const turnMs = option('seconds') * 1_000;
let gate = Promise.withResolvers<undefined>();
const model = await scriptedMessages(async (request) => {
  await gate.promise;
  return { ...shortScript(request), delay_ms: turnMs };
});
const system = await startSystem({
  env: { ...usualTimes, ...withoutLimits, ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url },
  workers: 1,
});
try {
  await importSample(system);
  const one = await measure(1, option('alone'));
  while (system.processes().filter(({ name }) => name === 'pattern-finder').length < 1 + option('workers')) {
    await system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
  }
  await Promise.all(
    system.processes().map(async ({ name, url }) =>
      waitFor(async () => (await fetch(`${url}/readyz`)).ok, {
        describe: `${name} is ready`,
        timeoutMs: 60_000,
      }),
    ),
  );
  const several = await measure(option('workers'), option('runs'));
  const ratio = several.runsPerMinute / one.runsPerMinute;
  printResults(
    ['workers', 'runs', 'seconds', 'runs/min', 'Warren’s own ms a run', 'times one'],
    [one, several].map(({ workers, runs, seconds, runsPerMinute, ownMs }) => [
      workers,
      runs,
      rounded(seconds),
      rounded(runsPerMinute),
      rounded(ownMs, 0),
      workers === 1 ? '' : `${rounded(ratio, 2)} (aim ≥ ${aim})`,
    ]),
    { what: 'workers', turnMs, one, several, ratio, aim },
  );
} finally {
  await system.stop();
  await model.stop();
}
process.exit(0);

/** Queues runs while the model's answers are held back, then measures the time until the last of them has ended. */
async function measure(workers: number, runs: number) {
  gate = Promise.withResolvers();
  const ids = await askForRuns(system, runs);
  await waitFor(
    () => model.calls().filter(({ outcome }) => outcome === 'open').length === Math.min(workers, runs),
    {
      describe: 'every worker to have a run',
      timeoutMs: 60_000,
    },
  );
  const from = Date.now();
  gate.resolve(undefined);
  printLine(`${runs} runs are queued for ${workers} workers`);
  const to = await withDatabase(system, async (query) =>
    untilSucceeded(query, ids, runs * turnMs * 10 + 60_000),
  );
  const seconds = (to - from) / 1_000;
  return {
    workers,
    runs,
    seconds,
    runsPerMinute: (runs / seconds) * 60,
    /** Time of a worker per run besides the model's turns. */
    ownMs: (seconds * 1_000 * workers) / runs - turnsOfShortScript * turnMs,
  };
}
