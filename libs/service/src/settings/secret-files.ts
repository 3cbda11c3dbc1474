import { readFileSync } from 'node:fs';

/**
 * Variables with a secret. Each may be given as a file instead, `NAME_FILE`, as containers get secrets: a file is not in
 * the list of processes, nor in what is printed of a container.
 */
export const secretVariables = [
  'DATABASE_URL',
  'ANTHROPIC_API_KEY',
  'LOGIN_TOKEN',
  'OIDC_CLIENT_SECRET',
] as const;

/** Environment with the content of the files, and what is wrong with them. */
interface WithSecrets {
  env: NodeJS.ProcessEnv;
  problems: string[];
}

/**
 * Reads the secrets that are given as files; line ends at the end of a file do not belong to it, and an empty file counts
 * as absent, as an empty variable does.
 */
export function withSecretFiles(given: NodeJS.ProcessEnv): WithSecrets {
  const env = { ...given };
  const problems: string[] = [];
  for (const name of secretVariables) {
    const path = env[`${name}_FILE`];
    Reflect.deleteProperty(env, `${name}_FILE`);
    if (path === undefined || path === '') {
      continue;
    }
    const secret = read(path);
    if (secret === undefined) {
      problems.push(`${name}_FILE: ${path} cannot be read`);
    } else if (secret !== '' && env[name] !== undefined && env[name] !== '') {
      problems.push(`${name}_FILE: ${name} is set too; set one of them`);
    } else if (secret !== '') {
      env[name] = secret;
    }
  }
  return { env, problems };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/[\r\n]+$/, '');
  } catch {
    return undefined;
  }
}
