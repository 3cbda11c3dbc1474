import { natsPermissions, natsUsers } from './users.ts';
import type { NatsUser } from './users.ts';

/** Variable of nats-server's environment with the password of a user. */
export const passwordVariable = (user: NatsUser | 'tester'): string =>
  `NATS_${user.toUpperCase().replaceAll('-', '_')}_PASSWORD`;

/**
 * Formats users and permissions for nats-server's configuration. Passwords are variables of its environment; it reads one
 * as a value of the configuration, so that one of letters and digits, which begins with a letter, arrives as it is.
 * @param options.tester adds a user of tests, who may do anything
 */
export function usersBlock({ tester = false } = {}): string {
  const users = natsUsers.map((user) => {
    const { publish, subscribe } = natsPermissions[user];
    return [
      '    {',
      `      user: ${quoted(user)}`,
      `      password: $${passwordVariable(user)}`,
      '      permissions: {',
      `        publish: {`,
      ...list('allow', publish.allow),
      ...list('deny', publish.deny),
      '        }',
      `        subscribe: {`,
      ...list('allow', subscribe),
      '        }',
      '      }',
      '    }',
    ].join('\n');
  });
  const unlimited = tester ? [`    { user: tester, password: $${passwordVariable('tester')} }`] : [];
  return ['authorization: {', '  users: [', ...users, ...unlimited, '  ]', '}', ''].join('\n');
}

function list(name: string, subjects: readonly string[]): string[] {
  return subjects.length === 0
    ? []
    : [`          ${name}: [`, ...subjects.map((subject) => `            ${quoted(subject)}`), '          ]'];
}

const quoted = (text: string): string => JSON.stringify(text);
