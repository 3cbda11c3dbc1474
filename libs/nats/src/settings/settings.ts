import type { NatsEnvironment, StreamsEnvironment } from './environment.ts';

/** Proof of who connects. A file is read again at each connection, so that what it holds can be replaced. */
export type NatsCredentials =
  | { readonly kind: 'user'; readonly user: string; readonly password: string }
  | { readonly kind: 'user-with-file'; readonly user: string; readonly file: string }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'creds'; readonly file: string }
  | { readonly kind: 'nkey'; readonly file: string };

/** Files of a protected connection; without `caFile` the authorities that Node knows. */
export interface NatsTls {
  readonly caFile?: string | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
}

/** How to connect to NATS. */
export interface NatsSettings {
  /** `host:port` of each server: no scheme, and no credentials, so that they can be printed. */
  readonly servers: readonly string[];
  /** Absent: none are sent. */
  readonly credentials?: NatsCredentials | undefined;
  /** Present: a server without TLS, or with a certificate that cannot be verified, is refused. */
  readonly tls?: NatsTls | undefined;
}

/** Variables about NATS contradict each other. No message of it quotes a value. */
export class InvalidNatsSettings extends Error {
  override readonly name = 'InvalidNatsSettings';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Parsed variables; all but the address may be left out. */
export type Given = Partial<NatsEnvironment> & Pick<NatsEnvironment, 'NATS_URL'>;

/**
 * Reads the settings from parsed variables.
 * @throws InvalidNatsSettings where they contradict each other
 */
export function natsSettings(given: Given): NatsSettings {
  const urls = given.NATS_URL.map((url) => new URL(url));
  const problems: string[] = [];
  const credentials = credentialsOf(given, urls, problems);
  const tls = tlsOf(given, urls, problems);
  if (problems.length > 0) {
    throw new InvalidNatsSettings(problems);
  }
  return { servers: urls.map(addressOf), credentials, tls };
}

/** Settings of the connection that creates the streams; undefined where there is no identity for it. */
export function streamsSettings(given: Given & Partial<StreamsEnvironment>): NatsSettings | undefined {
  const { NATS_STREAMS_USER, NATS_STREAMS_PASSWORD, NATS_STREAMS_PASSWORD_FILE, ...others } = given;
  if (
    NATS_STREAMS_USER === undefined &&
    NATS_STREAMS_PASSWORD === undefined &&
    NATS_STREAMS_PASSWORD_FILE === undefined
  ) {
    return undefined;
  }
  const problems: string[] = [];
  const credentials = userOf(
    'NATS_STREAMS',
    NATS_STREAMS_USER,
    NATS_STREAMS_PASSWORD,
    NATS_STREAMS_PASSWORD_FILE,
    problems,
  );
  if (problems.length > 0) {
    throw new InvalidNatsSettings(problems);
  }
  return { ...natsSettings(others), credentials };
}

function credentialsOf(given: Given, urls: readonly URL[], problems: string[]): NatsCredentials | undefined {
  const fromUrls = urls.flatMap((url) => credentialsIn(url, problems));
  const [first] = fromUrls;
  if (fromUrls.some((other) => JSON.stringify(other) !== JSON.stringify(first))) {
    problems.push('NATS_URL: the servers have different credentials; one connection has one user');
  }
  const { NATS_TOKEN, NATS_CREDS_FILE, NATS_NKEY_FILE } = given;
  const ways: [string, NatsCredentials | undefined][] = [
    ['NATS_URL', first],
    ['NATS_USER', userOf('NATS', given.NATS_USER, given.NATS_PASSWORD, given.NATS_PASSWORD_FILE, problems)],
    ['NATS_TOKEN', NATS_TOKEN === undefined ? undefined : { kind: 'token', token: NATS_TOKEN }],
    ['NATS_CREDS_FILE', NATS_CREDS_FILE === undefined ? undefined : { kind: 'creds', file: NATS_CREDS_FILE }],
    ['NATS_NKEY_FILE', NATS_NKEY_FILE === undefined ? undefined : { kind: 'nkey', file: NATS_NKEY_FILE }],
  ];
  const chosen = ways.filter(([, credentials]) => credentials !== undefined);
  if (chosen.length > 1) {
    const names = chosen.map(([name]) => name).join(' and ');
    problems.push(`${names}: each says who connects; set one of them`);
  }
  return chosen[0]?.[1];
}

/** As every NATS client reads them: a user alone is a token. */
function credentialsIn(url: URL, problems: string[]): NatsCredentials[] {
  if (url.username === '') {
    return [];
  }
  try {
    const user = decodeURIComponent(url.username);
    return url.password === ''
      ? [{ kind: 'token', token: user }]
      : [{ kind: 'user', user, password: decodeURIComponent(url.password) }];
  } catch {
    problems.push('NATS_URL: a % in a user or password is written %25');
    return [];
  }
}

function userOf(
  prefix: string,
  user: string | undefined,
  password: string | undefined,
  file: string | undefined,
  problems: string[],
): NatsCredentials | undefined {
  if (password !== undefined && file !== undefined) {
    problems.push(`${prefix}_PASSWORD and ${prefix}_PASSWORD_FILE: set one of them`);
  }
  if (user === undefined) {
    if (password !== undefined || file !== undefined) {
      problems.push(`${prefix}_USER: there is a password, but nobody that it belongs to`);
    }
    return undefined;
  }
  if (file !== undefined) {
    return { kind: 'user-with-file', user, file };
  }
  if (password === undefined) {
    problems.push(`${prefix}_PASSWORD: ${prefix}_USER is set without it`);
    return undefined;
  }
  return { kind: 'user', user, password };
}

function tlsOf(given: Given, urls: readonly URL[], problems: string[]): NatsTls | undefined {
  const { NATS_TLS, NATS_CA_FILE, NATS_CERT_FILE, NATS_KEY_FILE } = given;
  const byUrl = urls.some(({ protocol }) => protocol === 'tls:');
  const byFile = [NATS_CA_FILE, NATS_CERT_FILE, NATS_KEY_FILE].some((each) => each !== undefined);
  if (NATS_TLS === false && (byUrl || byFile)) {
    problems.push('NATS_TLS: is false, but a tls:// address or a file of certificates is set');
  }
  if ((NATS_CERT_FILE === undefined) !== (NATS_KEY_FILE === undefined)) {
    problems.push('NATS_CERT_FILE and NATS_KEY_FILE: a certificate needs its key; set both or neither');
  }
  const wanted = NATS_TLS === true || byUrl || byFile;
  return wanted ? { caFile: NATS_CA_FILE, certFile: NATS_CERT_FILE, keyFile: NATS_KEY_FILE } : undefined;
}

const addressOf = ({ hostname, port }: URL): string => `${hostname}:${port === '' ? '4222' : port}`;
