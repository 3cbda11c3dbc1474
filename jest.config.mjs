import { existsSync, globSync } from 'node:fs';

/** All projects, so that one run of Jest covers the workspace. */
export default {
  // With several projects, Jest reads this from the root configuration only.
  testTimeout: 60_000,
  // Modules of a test file stay in its worker's memory: a worker that has grown this large is replaced after a file.
  workerIdleMemoryLimit: '1.5GB',
  // Node frees a worker's heap of several hundred MB before it exits: half a second, the default, is too short on a busy machine.
  workerGracefulExitTimeout: 10_000,
  testSequencer: './longest-first-sequencer.mjs',
  projects: globSync(['apps/*', 'e2e', 'libs/*', 'perf', 'tools'])
    .filter((folder) => existsSync(`${folder}/jest.config.mjs`))
    .sort(),
};
