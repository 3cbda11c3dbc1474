import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { ConnectionOptions } from 'node:tls';

/** Values of `sslmode` that are supported, as libpq defines them ("SSL Support" in PostgreSQL's documentation). */
const modes = ['disable', 'require', 'verify-ca', 'verify-full'];
/** Values that libpq knows too, which connect without TLS where the server, or whoever answers for it, says so. */
const opportunistic = ['allow', 'prefer'];
/** Parameters that name files, and the option of Node that gets the content. */
const files = { sslrootcert: 'ca', sslcert: 'cert', sslkey: 'key' } as const;
/** `sslrootcert` of libpq for the authorities that the system trusts; here those of Node, and NODE_EXTRA_CA_CERTS. */
const system = 'system';

/**
 * Problems of what a PostgreSQL URL asks of TLS: a parameter that would not be honoured is refused, since the connection
 * would be less protected than its URL says. Never quotes the URL, which has a password.
 */
export function tlsProblems(url: string): string[] {
  const parameters = parametersOf(url);
  const names = [...new Set(parameters.keys())].filter((name) => /^(ssl|requiressl|gssencmode)/i.test(name));
  const mode = parameters.get('sslmode');
  const rootCert = parameters.get('sslrootcert');
  const problems = names
    .filter((name) => name !== 'sslmode' && !(name in files))
    .map((name) => `its ${name} is not supported: remove it, and set sslmode`);
  problems.push(
    ...names
      .filter((name) => parameters.getAll(name).length > 1)
      .map((name) => `its ${name} is given more than once`),
  );
  if (parameters.get('channel_binding') === 'require') {
    problems.push('its channel_binding=require is not supported: remove it, and set sslmode=verify-full');
  }
  if (mode !== null && opportunistic.includes(mode)) {
    problems.push(
      `its sslmode=${mode} falls back to a connection without TLS, which protects from nobody: set disable, require, verify-ca or verify-full`,
    );
  } else if (mode !== null && !modes.includes(mode)) {
    problems.push(`its sslmode is none of ${modes.join(', ')}`);
  }
  const given = Object.keys(files).filter((name) => parameters.has(name));
  if (given.length > 0 && (mode === null || mode === 'disable')) {
    problems.push(`its ${given.join(' and ')} has no effect without an sslmode that uses TLS`);
  }
  problems.push(
    ...given
      .filter(
        (name) => !isAbsolute(parameters.get(name) ?? '') && !(name === 'sslrootcert' && rootCert === system),
      )
      .map((name) => `its ${name} must be an absolute path`),
  );
  if (parameters.has('sslcert') !== parameters.has('sslkey')) {
    problems.push('sslcert and sslkey belong together');
  }
  if (mode === 'verify-ca' && rootCert === null) {
    problems.push(
      'sslmode=verify-ca needs the file of an authority as sslrootcert; with public ones use verify-full',
    );
  }
  if (rootCert === system && mode !== 'verify-full') {
    problems.push(
      'sslrootcert=system needs sslmode=verify-full: anybody gets a certificate of a public authority',
    );
  }
  return problems;
}

/** Connection without the parameters about TLS in its URL, and these as options of pg. */
export interface PostgresConnection {
  url: string;
  /** undefined where the URL says nothing about it */
  ssl: false | ConnectionOptions | undefined;
}

/**
 * Reads what a PostgreSQL URL asks of TLS. MikroORM ignores these parameters; pg itself verifies whatever the mode, warns,
 * and takes an unknown mode for none.
 * @throws Error where the URL asks for what is not supported, or a file cannot be read
 */
export function postgresConnection(url: string): PostgresConnection {
  const problems = tlsProblems(url);
  if (problems.length > 0) {
    throw new Error(`DATABASE_URL: ${problems.join('; ')}.`);
  }
  const parameters = parametersOf(url);
  const mode = parameters.get('sslmode');
  if (mode === null) {
    return { url, ssl: undefined };
  }
  const plain = new URL(url);
  plain.searchParams.delete('sslmode');
  // pg 8.23.0 names the server to TLS by its name alone: a certificate for an address would be compared with "localhost"
  const ssl: ConnectionOptions = { host: plain.hostname.replace(/^\[(.+)\]$/, '$1') };
  for (const [name, option] of Object.entries(files)) {
    const path = parameters.get(name);
    plain.searchParams.delete(name);
    if (path !== null && path !== system) {
      ssl[option] = read(name, path);
    }
  }
  if (mode === 'disable') {
    return { url: plain.href, ssl: false };
  }
  // without an authority to compare with, `require` encrypts alone, for whoever answers
  ssl.rejectUnauthorized = mode !== 'require' || ssl.ca !== undefined;
  if (mode !== 'verify-full') {
    ssl.checkServerIdentity = () => undefined;
  }
  return { url: plain.href, ssl };
}

function parametersOf(url: string): URLSearchParams {
  return URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
}

function read(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason =
      typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown';
    throw new Error(`DATABASE_URL: ${path}, its ${name}, cannot be read (${reason}).`, { cause });
  }
}
