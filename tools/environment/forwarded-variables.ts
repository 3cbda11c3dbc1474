import { resolve } from 'node:path';
import type { Config } from './configs.ts';
import { variablesOf } from './configs.ts';

/**
 * Variables that `npm start` sets itself, or leaves out: addresses of its servers, ports of the processes, what a container
 * publishes, and the role of pattern-finder.
 * An operator's DATABASE_URL and NATS_URL arrive as the servers that it uses.
 */
export const setByStart = [
  'DATABASE_URL',
  'NATS_URL',
  'PORT',
  'HEALTH_PORT',
  'PUBLISH_ON',
  'PATTERN_FINDER_ROLE',
] as const;

/** Variables that name a file or a folder, resolved since services have another working directory. */
const isPath = /_(FILE|DIR)$/;

/** Variables set by the operator that services read; `environmentOf` says which of them each service gets. */
export function forwardedVariables(
  configs: ReadonlyMap<string, Config>,
  env: NodeJS.ProcessEnv,
  folder: string,
): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of variablesOf(configs).keys()) {
    const value = env[name];
    if (value === undefined || value === '' || setByStart.some((own) => own === name)) {
      continue;
    }
    passed[name] = isPath.test(name) ? resolve(folder, value) : value;
  }
  return passed;
}

/**
 * Environment of one app: what it reads itself, so that no other's secret is in its process. Where to listen is about the
 * gateway; the health of others stays on this machine.
 */
export function environmentOf(
  app: string,
  config: Config,
  shared: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shared).filter(([name]) => name in config.shape && (app === 'gateway' || name !== 'HOST')),
  );
}

/** Variables are invalid; the message names each one, and what it must be. */
class InvalidEnvironment extends Error {
  override readonly name = 'InvalidEnvironment';
}

/**
 * Validates an environment before anything is started with it.
 * @param given includes the addresses of the servers, or placeholders where they are not started yet
 * @throws InvalidEnvironment
 */
export function validateEnvironment(
  configs: ReadonlyMap<string, Config>,
  given: Readonly<Record<string, string>>,
): void {
  const problems = new Map<string, string[]>();
  for (const [app, config] of configs) {
    for (const { path, message } of config.safeParse(environmentOf(app, config, given)).error?.issues ?? []) {
      const problem = `${path.join('.')}: ${message}`;
      problems.set(problem, [...(problems.get(problem) ?? []), app]);
    }
  }
  if (problems.size === 0) {
    return;
  }
  const lines = Array.from(problems, ([problem, apps]) => `  ${problem} (read by ${apps.join(', ')})`);
  throw new InvalidEnvironment(`The environment is not valid; see .env.example.\n${lines.join('\n')}`);
}
