import { resolve } from 'node:path';
import type { Config } from './configs.ts';
import { variablesOf } from './configs.ts';

/**
 * What `npm start` says itself: where its servers are, where each process listens, and that one pattern-finder does all.
 * An operator's DATABASE_URL and NATS_URL arrive as the servers that it uses.
 */
export const saidByStart = [
  'DATABASE_URL',
  'NATS_URL',
  'PORT',
  'HEALTH_PORT',
  'PATTERN_FINDER_ROLE',
] as const;

/** Variables that name a file or a folder: services work in another folder than who started them. */
const isPath = /_(FILE|DIR)$/;

/** What an operator has set of the variables that services read: those are passed on to each of them. */
export function passedOn(
  configs: ReadonlyMap<string, Config>,
  env: NodeJS.ProcessEnv,
  folder: string,
): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of variablesOf(configs).keys()) {
    const value = env[name];
    if (value === undefined || value === '' || saidByStart.some((own) => own === name)) continue;
    passed[name] = isPath.test(name) ? resolve(folder, value) : value;
  }
  return passed;
}

/** A variable that no service would start with; every one is named, with what it must be. */
export class InvalidEnvironment extends Error {
  override readonly name = 'InvalidEnvironment';
}

/**
 * Says what is wrong with an environment before anything is started with it.
 * @param given with the addresses of the servers; where they are yet to be started, with any that could be theirs
 * @throws InvalidEnvironment
 */
export function validateEnvironment(
  configs: ReadonlyMap<string, Config>,
  given: Readonly<Record<string, string>>,
): void {
  const problems = new Map<string, string[]>();
  for (const [app, config] of configs) {
    for (const { path, message } of config.safeParse(given).error?.issues ?? []) {
      const problem = `${path.join('.')}: ${message}`;
      problems.set(problem, [...(problems.get(problem) ?? []), app]);
    }
  }
  if (problems.size === 0) return;
  const lines = Array.from(problems, ([problem, apps]) => `  ${problem} (read by ${apps.join(', ')})`);
  throw new InvalidEnvironment(`The environment is not valid; see .env.example.\n${lines.join('\n')}`);
}
