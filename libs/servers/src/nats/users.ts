import { randomBytes } from 'node:crypto';
import { natsUsers, passwordVariable, usersBlock } from '@warren/nats';
import type { NatsService, NatsUser } from '@warren/nats';

/** Users of a server of ours, with passwords that live as long as it does. */
export interface ServerUsers {
  /** part of the server's configuration: users, permissions, and who counts as whom without a user */
  readonly configuration: string;
  /** variables of the server's environment with the passwords; the configuration has their names alone */
  readonly environment: Readonly<Record<string, string>>;
  readonly passwordOf: (user: NatsUser) => string;
}

/**
 * Makes users with random passwords.
 * @param open whoever names no user may do anything, for throw-away servers; else they may listen to events alone
 */
export function makeUsers(open: boolean): ServerUsers {
  const all = open ? ([...natsUsers, 'tester'] as const) : natsUsers;
  // The server reads a variable as a value of its configuration: digits at the beginning would make it a number.
  const passwords = new Map<string, string>(all.map((user) => [user, `w${randomBytes(24).toString('hex')}`]));
  const passwordOf = (user: string): string => passwords.get(user) ?? '';
  return {
    configuration: `no_auth_user: ${open ? 'tester' : 'subscriber'}\n${usersBlock({ tester: open })}`,
    environment: Object.fromEntries(all.map((user) => [passwordVariable(user), passwordOf(user)])),
    passwordOf,
  };
}

/** Address of a server on this machine with a user and its password. */
export const urlWith = (users: ServerUsers, user: NatsUser, port: number): string =>
  `nats://${user}:${users.passwordOf(user)}@127.0.0.1:${port}`;

/** Variables of a service: who it is on NATS, and who creates the streams, which one service does for all. */
export function environmentOf(
  users: ServerUsers,
  service: NatsService,
  port: number,
  createsStreams: boolean,
): Record<string, string> {
  return {
    NATS_URL: urlWith(users, service, port),
    ...(createsStreams
      ? { NATS_STREAMS_USER: 'streams', NATS_STREAMS_PASSWORD: users.passwordOf('streams') }
      : { NATS_CREATE_STREAMS: 'false' }),
  };
}

/** Finds what a server has refused, in its log. */
export const violationsIn = (log: string): string[] =>
  log.split('\n').filter((line) => /\bViolation\b|authentication error|authorization/i.test(line));
