import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { importFromSource } from '@warren/servers';

const root = join(import.meta.dirname, '../..');

/** The schema of what one app reads from the environment, `Config` in its config.ts. */
export type Config = z.ZodObject<Record<string, z.ZodType>>;

/** Who reads a variable, and as what. */
export type Use = { app: string; schema: z.ZodType };

/** The `Config` of each app that has one, by the app's folder. The one list of variables: all others are held against it. */
export async function configsOfApps(): Promise<Map<string, Config>> {
  const configs = new Map<string, Config>();
  for (const app of (await readdir(join(root, 'apps'))).sort()) {
    const file = join('apps', app, 'src/config.ts');
    if (!existsSync(join(root, file))) continue;
    configs.set(app, Module.parse(await importFromSource(file, standIns)).Config);
  }
  return configs;
}

/** What a config.ts takes of the library. */
const standIns = { '@warren/service': 'libs/service/src/environment.ts' };
const isConfig = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'shape' in value && 'safeParse' in value;
const Module = z.object({ Config: z.custom<Config>(isConfig, 'config.ts exports no zod object Config') });

/** Every variable with who reads it. */
export function variablesOf(configs: ReadonlyMap<string, Config>): Map<string, Use[]> {
  const known = new Map<string, Use[]>();
  for (const [app, { shape }] of configs) {
    for (const [name, schema] of Object.entries(shape)) {
      known.set(name, [...(known.get(name) ?? []), { app, schema }]);
    }
  }
  return known;
}
