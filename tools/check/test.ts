import { cacheFolder, findNatsServer } from '@warren/servers';
import { buildSteps, check } from './checks.ts';
import { runJest } from './run-jest.ts';
import { asProcess, runSteps, together } from './steps.ts';

/**
 * `npm test`: the checks, then every test of the workspace on throw-away servers. Arguments go to Jest
 * (`npm test -- libs/mining`) and leave the checks out.
 */
const args = process.argv.slice(2);

await asProcess(async () => {
  await together(
    // fetched on a fresh machine while the checks run; the tests find it in the cache
    findNatsServer({ cacheDir: cacheFolder, log: (line) => process.stdout.write(`${line}\n`) }),
    args.length === 0 ? check() : runSteps(buildSteps),
  );
  await runJest('tests', args);
});
