import { z } from 'zod';
import { importFromSource } from '@warren/servers';

const Module = z.object({
  secretVariables: z.array(z.string()),
  withSecretFiles: z.custom<
    (env: NodeJS.ProcessEnv) => { env: NodeJS.ProcessEnv; problems: readonly string[] }
  >((value) => typeof value === 'function'),
});
const { secretVariables, withSecretFiles } = Module.parse(
  await importFromSource('libs/service/src/settings/secret-files.ts', {}),
);

/** The variable whose secret is in the file that another names, as `DATABASE_URL` for `DATABASE_URL_FILE`. */
export const secretOfFile = (name: string): string | undefined =>
  secretVariables.find((secret) => name === `${secret}_FILE`);

/**
 * Reads secrets that the environment gives as files into it, so that all that reads a variable finds it.
 * @throws Error where a file cannot be read, or a secret is given twice
 */
export function readSecretFiles(env: NodeJS.ProcessEnv): void {
  const read = withSecretFiles(env);
  if (read.problems.length > 0) {
    throw new Error(`The environment is not valid; see .env.example.\n  ${read.problems.join('\n  ')}`);
  }
  for (const name of secretVariables) {
    Reflect.deleteProperty(env, `${name}_FILE`);
  }
  Object.assign(env, read.env);
}
