import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, findNatsServer, startThrowAwayPostgres } from '@warren/servers';
import { z } from 'zod';
import { ensureChromium } from '../browser/chromium.ts';
import { builds, check } from './checks.ts';
import { asProcess, runSteps, together } from './steps.ts';
import type { Step } from './steps.ts';

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
  const postgres = await startThrowAwayPostgres();
  const env = {
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    TEST_POSTGRES_URL: postgres.adminUrl,
    TEST_NATS_SERVER: natsServer,
    CHROMIUM: chromium,
  };
  const jest = (name: string, ...options: string[]): Step => ({
    name,
    command: ['jest', '--json', `--outputFile=${join(folder, `${name}.json`)}`, ...options],
    env,
  });
  try {
    if (args.length > 0) await runSteps([jest('tests', '--maxWorkers=2', ...args)]);
    else {
      // tests with servers wait for much; what needs none computes meanwhile
      await together(
        runSteps([jest('tests with servers', '--maxWorkers=2', '--testPathPatterns=int\\.spec')]),
        runSteps([
          { ...jest('unit tests', '--runInBand', '--testPathIgnorePatterns=int\\.spec'), aside: true },
        ]),
      );
    }
  } finally {
    await postgres.stop();
    await summarise(folder);
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

/** Adds up what Jest's runs have written to a folder. */
async function summarise(folder: string): Promise<void> {
  const files = await readdir(folder);
  const runs = await Promise.all(
    files.map(async (file) => Summary.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  );
  const sum = (figure: keyof z.infer<typeof Summary>): number =>
    runs.reduce((so, run) => so + run[figure], 0);
  const skipped = sum('numPendingTests') === 0 ? '' : `, ${sum('numPendingTests')} skipped`;
  process.stdout.write(`Tests: ${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed${skipped}\n`);
}
