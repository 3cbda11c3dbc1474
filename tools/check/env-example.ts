import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quietLog } from '@warren/servers';
import { quickTimes } from '@warren/testing';
import { configsOfApps, variablesOf } from '../environment/configs.ts';
import { setByStart } from '../environment/forwarded-variables.ts';
import { composeOnlyOf, composeProblems, quietLogProblems } from './env/compose.ts';
import { baseImageProblems, confinementProblems } from './env/confined.ts';
import { operationsProblems, readmeProblems } from './env/documents.ts';
import { exampleProblems } from './env/example.ts';

const root = join(import.meta.dirname, '../..');
const read = async (file: string): Promise<string> => readFile(join(root, file), 'utf8');

/**
 * Finds problems of the lists of variables: compares the apps' schemas with .env.example, docs/operations.md,
 * README.md, docker-compose.yml, and the variables that npm start and the tests set.
 */
async function environmentProblems(): Promise<string[]> {
  const configs = await configsOfApps();
  const known = variablesOf(configs);
  const compose = await read('docker-compose.yml');
  const composeOnly = composeOnlyOf(compose, configs);
  const own = new Map<string, readonly string[]>([
    ['setByStart of tools/environment/forwarded-variables.ts', setByStart],
    ['quickTimes of libs/testing/src/system.ts', Object.keys(quickTimes)],
  ]);
  return [
    ...exampleProblems(await read('.env.example'), known, composeOnly),
    ...operationsProblems(await read('docs/operations.md'), configs, composeOnly),
    ...readmeProblems(await read('README.md'), known),
    ...composeProblems(compose, await read('Dockerfile'), configs),
    ...quietLogProblems(compose, quietLog),
    ...confinementProblems(compose),
    ...baseImageProblems(await read('Dockerfile')),
    ...Array.from(own, ([place, names]) =>
      names
        .filter((name) => !known.has(name))
        .map((name) => `${place} names ${name}, which no service reads`),
    ).flat(),
  ];
}

if (import.meta.main) {
  const problems = await environmentProblems();
  for (const problem of problems) {
    process.stderr.write(`${problem}\n`);
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
}
