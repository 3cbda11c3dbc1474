import { parse } from 'yaml';
import { z } from 'zod';
import type { Config } from '../../environment/configs.ts';
import { variablesOf } from '../../environment/configs.ts';
import { secretOfFile } from '../../environment/secrets.ts';

const Command = z.union([z.string(), z.array(z.string())]).optional();
const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      command: Command,
      environment: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]).transform(String))
        .default({}),
    }),
  ),
});

/** Variables that the image sets by the ENV lines of its Dockerfile, so that compose need not repeat them. */
function setByImage(dockerfile: string): Set<string> {
  const lines = dockerfile.matchAll(/^ENV (.*)$/gm);
  return new Set(Array.from(lines, ([, line = '']) => line.match(/[A-Z][A-Z0-9_]*(?==)/g) ?? []).flat());
}

/** Variables that docker-compose.yml takes from its environment and no service reads under that name. */
export function composeOnlyOf(compose: string, configs: ReadonlyMap<string, Config>): Set<string> {
  const known = variablesOf(configs);
  const names = Array.from(
    withoutComments(compose).matchAll(/\$\{([A-Z][A-Z0-9_]*)/g),
    ([, name = '']) => name,
  );
  return new Set(names.filter((name) => !known.has(secretOfFile(name) ?? name)));
}

/** Variables that docker-compose.yml sets itself: addresses of the servers, where it publishes, the role of each process. */
const setByCompose = new Set(['DATABASE_URL', 'NATS_URL', 'PUBLISH_ON', 'PATTERN_FINDER_ROLE']);

/** Further ones about its NATS, which it sets where a service needs them. */
const isAboutNats = (name: string): boolean => name.startsWith('NATS_');

/** Variables with a folder of the container, where its volumes are; .env may name one of the host for npm start. */
const isFolder = /_DIR$/;

/** Finds problems of docker-compose.yml: variables that a service does not pass on, or that its app does not read. */
export function composeProblems(
  compose: string,
  dockerfile: string,
  configs: ReadonlyMap<string, Config>,
): string[] {
  const { services } = Compose.parse(parse(compose, { merge: true }));
  const image = setByImage(dockerfile);
  const problems: string[] = [];
  const served = new Set<string>();
  for (const [service, { command, environment }] of Object.entries(services)) {
    const app = /apps\/([^/]+)\//.exec([command ?? ''].flat().join(' '))?.[1];
    if (app === undefined) {
      continue;
    }
    served.add(app);
    const place = `docker-compose.yml, service ${service}`;
    const config = configs.get(app);
    if (config === undefined) {
      problems.push(`${place}: runs apps/${app}, which has no config.ts`);
      continue;
    }
    for (const [name, schema] of Object.entries(config.shape)) {
      const value = environment[name];
      const isFile = environment[`${name}_FILE`] !== undefined && secretOfFile(`${name}_FILE`) === name;
      if (isFile && value === undefined) {
        continue;
      } else if (isFolder.test(name)) {
        if (value === undefined || value.includes('$')) {
          problems.push(
            `${place}: must set ${name} itself, a folder of the container or '' for the default: a folder of the host is not in it`,
          );
        }
      } else if (isAboutNats(name) && name !== 'NATS_URL') {
        continue;
      } else if (value === undefined && !image.has(name)) {
        problems.push(`${place}: does not pass on ${name}, which ${app} reads: add "${name}: \${${name}:-}"`);
      } else if (value !== undefined && !setByCompose.has(name) && !passesOn(value, name, schema)) {
        problems.push(`${place}: sets ${name}: ${value}, which is not \${${name}:-} with a valid default`);
      }
    }
    for (const name of Object.keys(environment)) {
      if (!((secretOfFile(name) ?? name) in config.shape)) {
        problems.push(`${place}: passes on ${name}, which ${app} does not read: remove it`);
      }
    }
  }
  for (const app of configs.keys()) {
    if (!served.has(app)) {
      problems.push(`docker-compose.yml: no service runs apps/${app}`);
    }
  }
  return problems;
}

/** Settings that keep rows out of PostgreSQL's log and are missing in its service. */
export function quietLogProblems(compose: string, quietLog: Readonly<Record<string, string>>): string[] {
  const { services } = Compose.parse(parse(compose, { merge: true }));
  const command = [services['postgres']?.command ?? ''].flat();
  return Object.entries(quietLog)
    .map(([name, value]) => `-c${name}=${value}`)
    .filter((setting) => !command.includes(setting))
    .map((setting) => `docker-compose.yml, service postgres: its command lacks ${setting}`);
}

/** `${NAME:-}` or `${NAME:-value}` with a value that the app accepts. */
function passesOn(value: string, name: string, schema: z.ZodType): boolean {
  const [, passed, or = ''] = /^\$\{(\w+):-(.*)\}$/.exec(value) ?? [];
  return passed === name && (or === '' || schema.safeParse(or).success);
}

const withoutComments = (text: string): string => text.replace(/^\s*#.*$/gm, '');
