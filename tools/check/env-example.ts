import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');

/** Variables of docker-compose.yml that no service reads. */
const composeOnly = ['POSTGRES_PASSWORD', 'PUBLISH_ON', 'NATS_PORT'];

/** What is wrong with .env.example: variables that are missing, unknown, or shown with another default than they have. */
export async function envExampleProblems(): Promise<string[]> {
  const example = readExample(await readFile(join(root, '.env.example'), 'utf8'));
  const known = await environmentOfApps();
  const problems: string[] = [];
  for (const [name, uses] of known) {
    const shown = example.get(name);
    if (shown === undefined) {
      problems.push(`.env.example lacks ${name}, which ${uses.map(({ app }) => app).join(' and ')} reads`);
      continue;
    }
    const unlike = uses.find(({ schema }) => !isTheDefault(shown, schema));
    if (unlike !== undefined)
      problems.push(`.env.example: ${name}=${shown} is not the default of ${unlike.app}`);
  }
  for (const name of example.keys()) {
    if (!known.has(name) && !composeOnly.includes(name)) {
      problems.push(`.env.example names ${name}, which no service reads`);
    }
  }
  return problems;
}

/** `NAME=value` and, for what is optional, `# NAME=value`. */
function readExample(text: string): Map<string, string> {
  const lines = text.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=(.*)$/gm);
  return new Map(Array.from(lines, ([, name = '', value = '']) => [name, value]));
}

/** An empty value stands for a variable without a default; one that is required is shown with any that is valid. */
function isTheDefault(shown: string, schema: z.ZodType): boolean {
  const absent = schema.safeParse(undefined);
  if (absent.success && absent.data === undefined) return shown === '';
  const parsed = schema.safeParse(shown);
  return parsed.success && (!absent.success || isDeepStrictEqual(parsed.data, absent.data));
}

type Use = { app: string; schema: z.ZodType };

async function environmentOfApps(): Promise<Map<string, Use[]>> {
  const known = new Map<string, Use[]>();
  // Node strips types but knows no decorators: of the service library only the environment is needed, and loaded
  const environment = pathToFileURL(join(root, 'libs/service/src/environment.ts')).href;
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@warren/service' ? { url: environment, shortCircuit: true } : next(specifier, context),
  });
  try {
    for (const app of await readdir(join(root, 'apps'))) {
      const file = join(root, 'apps', app, 'src/config.ts');
      if (!existsSync(file)) continue;
      const { Config } = Module.parse(await import(pathToFileURL(file).href));
      for (const [name, schema] of Object.entries(Config.shape)) {
        known.set(name, [...(known.get(name) ?? []), { app, schema }]);
      }
    }
  } finally {
    hooks.deregister();
  }
  return known;
}

const Module = z.object({
  Config: z.custom<z.ZodObject<Record<string, z.ZodType>>>((value) => value instanceof z.ZodObject),
});

if (import.meta.main) {
  const problems = await envExampleProblems();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
