import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, findNatsServer, startThrowAwayPostgres } from '@warren/servers';
import { z } from 'zod';
import { ensureChromium } from '../browser/chromium.ts';
import { builds, check } from './checks.ts';
import { asProcess, runSteps, together } from './steps.ts';

/**
 * `npm test`: the checks, then every test of the workspace on throw-away servers. Arguments go to Jest
 * (`npm test -- libs/mining`) and leave the checks out.
 */
const args = process.argv.slice(2);
const Summary = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() });

await asProcess(async () => {
  // a fresh machine has neither program: fetched while the checks go on
  const [{ natsServer, chromium }] = await together(
    findPrograms(),
    args.length === 0 ? check() : runSteps(builds),
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
          CHROMIUM: chromium,
        },
      },
    ]);
  } finally {
    await postgres.stop();
    if (existsSync(results)) await summarise(results);
    await rm(folder, { recursive: true, force: true });
  }
});

/** What the tests run that no package brings; the browser only where a test may be about the page. */
async function findPrograms(): Promise<{ natsServer: string; chromium: string }> {
  const log = (line: string): boolean => process.stdout.write(`${line}\n`);
  const natsServer = await findNatsServer({ cacheDir: cacheFolder, log });
  const ofThePage = args.length === 0 || args.some((arg) => arg.startsWith('tools'));
  return { natsServer, chromium: ofThePage ? await ensureChromium(log) : '' };
}

async function summarise(file: string): Promise<void> {
  const summary = Summary.parse(JSON.parse(await readFile(file, 'utf8')));
  const skipped = summary.numPendingTests === 0 ? '' : `, ${summary.numPendingTests} skipped`;
  process.stdout.write(
    `Tests: ${summary.numPassedTests} passed, ${summary.numFailedTests} failed${skipped}\n`,
  );
}
