import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, findNatsServer, startThrowAwayPostgres } from '@warren/servers';
import { z } from 'zod';
import { buildSteps, check } from './checks.ts';
import { asProcess, runSteps, together } from './steps.ts';

/**
 * `npm test`: the checks, then every test of the workspace on throw-away servers. Arguments go to Jest
 * (`npm test -- libs/mining`) and leave the checks out.
 */
const args = process.argv.slice(2);
const Summary = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() });

await asProcess(async () => {
  // a fresh machine does not have it: fetched while the checks go on
  const [natsServer] = await together(
    findNatsServer({ cacheDir: cacheFolder, log: (line) => process.stdout.write(`${line}\n`) }),
    args.length === 0 ? check() : runSteps(buildSteps),
  );
  const folder = await mkdtemp(join(tmpdir(), 'warren-test-'));
  const results = join(folder, 'results.json');
  const postgres = await startThrowAwayPostgres();
  try {
    await runSteps([
      {
        name: 'tests',
        command: ['jest', '--maxWorkers=2', '--json', `--outputFile=${results}`, ...args],
        env: {
          NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
          TEST_POSTGRES_URL: postgres.adminUrl,
          TEST_NATS_SERVER: natsServer,
        },
      },
    ]);
  } finally {
    await postgres.stop();
    if (existsSync(results)) await summarise(results);
    await rm(folder, { recursive: true, force: true });
  }
});

async function summarise(file: string): Promise<void> {
  const summary = Summary.parse(JSON.parse(await readFile(file, 'utf8')));
  const skipped = summary.numPendingTests === 0 ? '' : `, ${summary.numPendingTests} skipped`;
  process.stdout.write(
    `Tests: ${summary.numPassedTests} passed, ${summary.numFailedTests} failed${skipped}\n`,
  );
}
