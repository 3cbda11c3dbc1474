import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { importFromSource } from '@warren/servers';

const root = join(import.meta.dirname, '../..');

/** Schema of an app's environment variables, `Config` in its config.ts. */
export type Config = z.ZodObject<Record<string, z.ZodType>>;

/** Use of a variable: the app that reads it, and its schema. */
export interface Use {
  app: string;
  schema: z.ZodType;
}

/** Loads the `Config` of each app that has one, by the app's folder: the source against which other lists are checked. */
export async function configsOfApps(): Promise<Map<string, Config>> {
  const configs = new Map<string, Config>();
  for (const app of (await readdir(join(root, 'apps'))).sort()) {
    const file = join('apps', app, 'src/config.ts');
    if (!existsSync(join(root, file))) {
      continue;
    }
    configs.set(app, Module.parse(await importFromSource(file, standIns)).Config);
  }
  return configs;
}

/** Stand-in for the library, which Node cannot load from source. */
const standIns = { '@warren/service': 'libs/service/src/environment.ts' };
const isConfig = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'shape' in value && 'safeParse' in value;
const Module = z.object({ Config: z.custom<Config>(isConfig, 'config.ts exports no zod object Config') });

/** Lists every variable with the apps that read it. */
export function variablesOf(configs: ReadonlyMap<string, Config>): Map<string, Use[]> {
  const known = new Map<string, Use[]>();
  for (const [app, { shape }] of configs) {
    for (const [name, schema] of Object.entries(shape)) {
      known.set(name, [...(known.get(name) ?? []), { app, schema }]);
    }
  }
  return known;
}
