import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isWhole, report } from './report.ts';
import { fullSchedule, startScenarioRunner } from './scenario-runner.ts';

/**
 * Breaks a system of its own with every fault of the table, and compares the answers to clients with the stored state:
 * `npm run chaos -- --runs 50 --seed 7`. Code 1 where a promise is broken. `--keep FILE` keeps all logs, and the history.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string' },
    keep: { type: 'string' },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
// A run takes two workers about a second and a half between faults.
const lengthMs = values.minutes === undefined ? runs * 1_500 : Number(values.minutes) * 60_000;
const log = (line: string): void => void process.stdout.write(`${line}\n`);

log(`seed ${seed}, ${runs} runs within ${Math.round(lengthMs / 1_000)} s`);
const runner = await startScenarioRunner(
  seed,
  resolve(import.meta.dirname, '../../samples/brindlewick.ndjson'),
);
try {
  const result = await runner.run([fullSchedule(seed, runs, lengthMs)], 180_000, log);
  log(report(result));
  if (values.keep !== undefined) {
    await writeFile(values.keep, await runner.system.logs());
    await writeFile(`${values.keep}.json`, JSON.stringify(result.history, null, 1));
  }
  process.exitCode = isWhole(result) ? 0 : 1;
  if (!isWhole(result)) {
    log(`Run it again: npm run chaos -- --runs ${runs} --seed ${seed}`);
  }
} finally {
  await runner.stop();
}
process.exit();
