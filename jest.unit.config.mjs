import { join } from 'node:path';
import all from './jest.config.mjs';

/** The unit tests of all projects: no server, no build, no browser. */
export default {
  ...all,
  projects: await Promise.all(
    all.projects.map(async (folder) => {
      const { default: project } = await import(`./${folder}/jest.config.mjs`);
      const { globalSetup: _setup, globalTeardown: _teardown, ...serverless } = project;
      return {
        ...serverless,
        rootDir: join(import.meta.dirname, folder),
        testPathIgnorePatterns: ['/node_modules/', '\\.(int|e2e)\\.spec\\.ts$'],
      };
    }),
  ),
};
