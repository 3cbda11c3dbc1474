import { resolve } from 'node:path';
import type { z } from 'zod';
import { requests } from '@warren/contracts';
import type { ReplyOf, RequestInput, RequestSubject } from '@warren/contracts';
import type { NatsSettings } from '@warren/nats';
import {
  ask,
  connectOperator,
  databaseOf,
  mustRun,
  natsSettingsOf,
  natsVariables,
  usualData,
} from '@warren/servers';
import { UsageError, parseCommandLine, runProgram } from '../command-line.ts';

const usage = `npm run -s erasures -- replay [--data DIR] [--community NAME]
npm run -s erasures -- allow --email ADDRESS | --external-id ID [--data DIR] [--community NAME]

  replay   after a restore: erases again everyone who was erased since the dump, and publishes those erasures again
  allow    lets a person who was erased be imported again, at their own request

  --data DIR         where npm start keeps its data (.warren/data)
  --community NAME   does nothing unless this is the community that npm start runs

NATS_URL says where member-profile answers; without it, what npm start runs now.
NATS_USER, NATS_PASSWORD_FILE and the like say who connects, as for the services.`;

process.exitCode = await runProgram({ usage, read, run });

interface Command {
  data: string;
  community: string | undefined;
  allow: { email: string | undefined; external_id: string | undefined } | null;
}

function read(args: string[]): Command | 'help' | 'usage' {
  const { values, positionals } = parseCommandLine(args, {
    email: { type: 'string' },
    'external-id': { type: 'string' },
    data: { type: 'string' },
    community: { type: 'string' },
  });
  const [command, ...more] = positionals;
  if (values.help === true) {
    return 'help';
  }
  if (more.length > 0 || (command !== 'replay' && command !== 'allow')) {
    return 'usage';
  }
  const data = resolve(values.data ?? usualData);
  const { community } = values;
  if (command === 'replay') {
    return { data, community, allow: null };
  }
  const { email, 'external-id': external_id } = values;
  if (email === undefined && external_id === undefined) {
    throw new UsageError(
      'Say who may come back: --email ADDRESS or --external-id ID, as it was in the file.',
    );
  }
  return { data, community, allow: { email, external_id } };
}

async function run({ data, community, allow }: Command): Promise<void> {
  const provider = await findProvider(data, community);
  if (allow === null) {
    await replay(provider);
    return;
  }
  const { allowed } = await request(provider, 'erasures.allow', allow);
  if (!allowed) {
    throw new Error('Nobody who was erased had this identity; nothing was changed.');
  }
  process.stdout.write(
    `May come back: the next import takes this person in again (${provider.description}).\n`,
  );
}

async function replay(provider: Provider): Promise<void> {
  const { people, erased, told_again, unreadable } = await request(provider, 'erasures.replay', {});
  process.stdout.write(
    `${people} people in the ledger; ${erased} of them were stored again and are erased; ${told_again} erasures published again (${provider.description})\n`,
  );
  if (unreadable > 0) {
    throw new Error(`${unreadable} lines of the ledger cannot be read: who they are about may come back.`);
  }
}

async function request<S extends RequestSubject>(
  { nats }: Provider,
  subject: S,
  input: RequestInput<S>,
): Promise<ReplyOf<S>> {
  const connection = await connectOperator(nats);
  try {
    const reply: z.ZodType<ReplyOf<S>> = replyOf(subject);
    return reply.parse(JSON.parse(await ask(connection, subject, input)));
  } finally {
    await connection.close();
  }
}

function replyOf<S extends RequestSubject>(subject: S): z.ZodType<ReplyOf<S>> {
  const schema: unknown = requests[subject].reply;
  return schema as z.ZodType<ReplyOf<S>>;
}

/** NATS server through which member-profile answers; its description has no password. */
interface Provider {
  nats: NatsSettings;
  description: string;
}

async function findProvider(data: string, community: string | undefined): Promise<Provider> {
  const variables = natsVariables(process.env);
  if (variables['NATS_URL'] !== undefined) {
    const nats = natsSettingsOf(variables);
    return { nats, description: `NATS at ${addressesOf(nats)}` };
  }
  const running = await mustRun(data, 'NATS_URL', community);
  const { databaseUrl } = running;
  const nats = natsSettingsOf(running.nats ?? { NATS_URL: running.natsUrl });
  const what = running.community?.name ?? `database ${databaseOf(databaseUrl)}`;
  return { nats, description: `${what}, NATS at ${addressesOf(nats)}` };
}

function addressesOf({ servers, tls }: NatsSettings): string {
  return servers.map((server) => `${tls === undefined ? 'nats' : 'tls'}://${server}`).join(',');
}
