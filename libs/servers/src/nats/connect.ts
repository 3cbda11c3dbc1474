import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { NatsEnvironment, connectionOptions, inboxPrefixOf, natsSettings } from '@warren/nats';
import type { NatsSettings } from '@warren/nats';

/** Names of the variables by which a program connects to NATS. */
const names: readonly string[] = Object.keys(NatsEnvironment.shape);

/** Picks these variables of an environment; an empty one counts as absent. */
export const natsVariables = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter(
      (pair): pair is [string, string] => names.includes(pair[0]) && pair[1] !== undefined && pair[1] !== '',
    ),
  );

/**
 * Reads how to connect from such variables.
 * @throws Error with all that is wrong with them, without any value of a secret
 */
export function natsSettingsOf(variables: Readonly<Record<string, string>>): NatsSettings {
  const parsed = NatsEnvironment.safeParse(variables);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path[0]?.toString()}: ${message}`);
    throw new Error(lines.join('\n'));
  }
  return natsSettings(parsed.data);
}

/** Connects as a person at the command line: nothing is retried, and replies arrive where the operator may read them. */
export async function connectOperator(settings: NatsSettings): Promise<NatsConnection> {
  return connect({
    ...connectionOptions(settings),
    name: 'warren command',
    inboxPrefix: inboxPrefixOf('operator'),
  });
}
