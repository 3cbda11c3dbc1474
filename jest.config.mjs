import { existsSync, globSync } from 'node:fs';

/** All projects, so that one run of Jest covers the workspace. */
export default {
  projects: globSync(['apps/*', 'libs/*', 'tools'])
    .filter((folder) => existsSync(`${folder}/jest.config.mjs`))
    .sort(),
};
