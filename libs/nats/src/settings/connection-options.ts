import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import type { PeerCertificate } from 'node:tls';
import {
  credsAuthenticator,
  nkeyAuthenticator,
  tokenAuthenticator,
  usernamePasswordAuthenticator,
} from '@nats-io/transport-node';
import type { Authenticator, NodeConnectionOptions } from '@nats-io/transport-node';
import { InvalidNatsSettings } from './settings.ts';
import type { NatsCredentials, NatsSettings, NatsTls } from './settings.ts';

/** Prefix of the subjects on which a user receives replies. Permissions are given by it. */
export const inboxPrefixOf = (user: string): string => `_INBOX.${user}`;

/**
 * Builds the options of a connection from settings. The client itself would ignore credentials and scheme of a URL, and
 * take the digits of a password for the port.
 * @throws InvalidNatsSettings where a file cannot be read
 */
export function connectionOptions(
  settings: NatsSettings,
): Pick<NodeConnectionOptions, 'servers' | 'authenticator' | 'tls'> {
  const { servers, credentials, tls } = settings;
  return {
    servers: [...servers],
    ...(credentials && { authenticator: authenticatorOf(credentials) }),
    ...(tls && { tls: tlsOptions(tls, servers) }),
  };
}

function authenticatorOf(credentials: NatsCredentials): Authenticator {
  switch (credentials.kind) {
    case 'user':
      return usernamePasswordAuthenticator(credentials.user, credentials.password);
    case 'user-with-file': {
      const password = rereading(credentials.file);
      return usernamePasswordAuthenticator(credentials.user, () => withoutLineEnd(password()));
    }
    case 'token':
      return tokenAuthenticator(credentials.token);
    case 'creds': {
      const creds = rereading(credentials.file);
      const encoder = new TextEncoder();
      // Both the token and the seed are in it, each after a line of dashes.
      mustMatch(creds(), /-{3,}[\s\S]*-{3,}[\s\S]*-{3,}/, credentials.file, 'is no credentials file');
      return credsAuthenticator(() => encoder.encode(creds()));
    }
    case 'nkey': {
      const seed = rereading(credentials.file);
      const encoder = new TextEncoder();
      mustMatch(seedIn(seed()), /^S[A-Z2-7]{57}$/, credentials.file, 'has no seed of an nkey');
      return nkeyAuthenticator(() => encoder.encode(seedIn(seed())));
    }
  }
}

/**
 * Reads a file now, and again whenever the returned function is called. Where that fails, it returns what was read
 * before: an authenticator that throws closes the connection for good.
 */
function rereading(file: string): () => string {
  let known = read(file);
  return () => {
    try {
      known = read(file);
    } catch {
      // Being replaced at this moment.
    }
    return known;
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
    throw new InvalidNatsSettings([
      `The file ${file}, which a variable of NATS names, cannot be read (${String(code)})`,
    ]);
  }
}

function mustMatch(text: string, pattern: RegExp, file: string, problem: string): void {
  if (!pattern.test(text)) {
    throw new InvalidNatsSettings([`The file ${file} ${problem} of NATS`]);
  }
}

const withoutLineEnd = (text: string): string => text.replace(/\r?\n$/, '');

/** A file of `nk` has the seed alone; one of `nsc` has lines of dashes around it. */
const seedIn = (text: string): string => /^\s*(S[A-Z2-7]{57})\s*$/m.exec(text)?.[1] ?? '';

function tlsOptions(tls: NatsTls, servers: readonly string[]) {
  for (const file of [tls.caFile, tls.certFile, tls.keyFile]) {
    if (file !== undefined) {
      read(file);
    }
  }
  const addresses = servers.map(hostOf).filter((host) => isIP(host) !== 0);
  return {
    ...tls,
    /**
     * For a server that is named by its IP address, the client hands no name to Node, which then takes the certificate of
     * `localhost` for the right one.
     */
    checkServerIdentity: (host: string, certificate: PeerCertificate): Error | undefined => {
      const isNamed = servers.some((server) => hostOf(server) === host) || addresses.length === 0;
      if (isNamed) {
        return checkServerIdentity(host, certificate);
      }
      const problems = addresses.map((address) => checkServerIdentity(address, certificate));
      return problems.includes(undefined) ? undefined : problems[0];
    },
  };
}

/** Host of `host:port`, an IPv6 address without its brackets. */
const hostOf = (server: string): string => server.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
