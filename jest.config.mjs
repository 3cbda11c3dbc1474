import { existsSync, globSync } from 'node:fs';

/** All projects, so that one run of Jest covers the workspace. */
export default {
  // Jest takes this from the root alone where there are several projects.
  testTimeout: 60_000,
  testSequencer: './libs/testing/src/jest/slow-first.mjs',
  projects: globSync(['apps/*', 'libs/*', 'tools'])
    .filter((folder) => existsSync(`${folder}/jest.config.mjs`))
    .sort(),
};
