import { builds } from './build/builds.ts';
import { runSteps, together } from './steps.ts';
import type { Step } from './steps.ts';

/**
 * Builds of the end-to-end tests, run where their inputs changed: the services, and the page that the gateway serves.
 */
export const buildSteps: readonly Step[] = builds.map(({ name }) => ({
  name,
  command: ['node', 'tools/check/build/main.ts', name],
}));

const lint: readonly Step[] = [
  // The rule of module boundaries needs the graph of projects, and reports nothing without it.
  { name: 'project graph', command: ['nx', 'show', 'projects'], env: { NX_DAEMON: 'false' } },
  {
    name: 'lint and types',
    command: ['oxlint', '--deny-warnings'],
    env: { NX_DAEMON: 'false' },
  },
];

const others: readonly Step[] = [
  { name: 'environment variables', command: ['node', 'tools/check/env-example.ts'] },
  { name: 'places of the services', command: ['node', 'tools/check/services.ts'] },
  { name: 'names in the documents', command: ['node', 'tools/check/docs.ts'] },
  { name: 'folders', command: ['node', 'tools/check/folders.ts'] },
  { name: 'AsyncAPI', command: ['node', 'tools/asyncapi/generate.ts', '--check'] },
  { name: 'users of NATS', command: ['node', 'tools/nats/generate.ts', '--check'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
];

// programs that run from source, their libraries included, hold only syntax that Node can strip
const types: readonly Step[] = ['tools', 'perf', 'e2e'].map((project) => ({
  name: `types of ${project}`,
  command: ['tsc', '-p', project],
}));

/** Format, build, types, lint with module boundaries, generated files, names in the documents. @throws StepFailed */
export async function check(): Promise<void> {
  await together(runSteps([...buildSteps, ...types]), runSteps(lint), runSteps(others));
}
