import { resolve } from 'node:path';
import type pg from 'pg';
import type { NatsSettings } from '@warren/nats';
import {
  connectOperator,
  databaseClient,
  mustRun,
  natsSettingsOf,
  natsVariables,
  usualData,
} from '@warren/servers';
import { UsageError, parseCommandLine, runProgram } from '../command-line.ts';
import { parkedMessages } from './parked.ts';
import type { Parked } from './parked.ts';
import { replay } from './replay.ts';

const usage = `npm run -s events -- parked [--json] [--data DIR] [--community NAME]
npm run -s events -- replay MESSAGE_ID… | --all [--data DIR] [--community NAME]
npm run -s events -- address [--data DIR] [--community NAME]

  parked   the messages that services could not handle, with the reasons
  replay   publishes them again; who has handled one already does nothing
  address  the address of npm start's NATS with the user and password for a program with a durable consumer

  --data DIR         where npm start keeps its data (.warren/data)
  --community NAME   does nothing unless this is the community that npm start runs

DATABASE_URL and NATS_URL say where; without them, the servers that npm start runs now.
NATS_USER, NATS_PASSWORD_FILE and the like say who connects, as for the services.`;

process.exitCode = await runProgram({ usage, read, run });

interface Command {
  readonly command: 'parked' | 'replay' | 'address';
  readonly ids: readonly string[];
  readonly all: boolean;
  readonly json: boolean;
  readonly data: string;
  readonly community: string | undefined;
}

function read(args: string[]): Command | 'help' | 'usage' {
  const { values, positionals } = parseCommandLine(args, {
    json: { type: 'boolean' },
    all: { type: 'boolean' },
    data: { type: 'string' },
    community: { type: 'string' },
  });
  const [command, ...ids] = positionals;
  if (values.help === true) {
    return 'help';
  }
  if (command !== 'parked' && command !== 'replay' && command !== 'address') {
    return 'usage';
  }
  const all = values.all === true;
  if (command === 'replay' && ids.length === 0 && !all) {
    throw new UsageError('Name the messages to replay by their ids, or say --all.');
  }
  const data = resolve(values.data ?? usualData);
  return { command, ids, all, json: values.json === true, data, community: values.community };
}

async function run({ command, ids, all, json, data, community }: Command): Promise<void> {
  if (command === 'address') {
    await printAddress(data, community);
    return;
  }
  const where = await addresses(data, community);
  const client = await databaseClient(where.databaseUrl);
  await client.connect();
  try {
    const parked = await parkedMessages(client);
    if (command === 'parked') {
      process.stdout.write(json ? `${JSON.stringify(parked)}\n` : listed(parked));
      return;
    }
    await replayAll(where.nats, client, chosen(parked, ids, all));
  } finally {
    await client.end();
  }
}

function chosen(parked: readonly Parked[], ids: readonly string[], all: boolean): Parked[] {
  const unknown = ids.filter((id) => !parked.some(({ message_id }) => message_id === id));
  if (unknown.length > 0) {
    throw new Error(`No parked message has the id ${unknown.join(' or ')}: see npm run -s events -- parked.`);
  }
  return parked.filter(({ message_id }) => all || ids.includes(message_id)).reverse();
}

async function replayAll(nats: NatsSettings, client: pg.Client, parked: readonly Parked[]): Promise<void> {
  const connection = await connectOperator(nats);
  try {
    for (const message of parked) {
      await replay(connection, client, message);
      process.stdout.write(
        `${message.subject} ${message.message_id} published again for ${message.service}\n`,
      );
    }
  } finally {
    await connection.drain();
  }
  process.stdout.write(`${parked.length} replayed\n`);
}

function listed(parked: readonly Parked[]): string {
  const lines = parked.map(
    ({ service, subject, message_id, reason, parked_at }) =>
      `${parked_at}  ${service}  ${subject}  ${message_id}\n  ${reason}\n`,
  );
  return lines.length === 0 ? 'Nothing is parked.\n' : lines.join('');
}

interface Where {
  readonly databaseUrl: string;
  readonly nats: NatsSettings;
}

async function addresses(data: string, community: string | undefined): Promise<Where> {
  const { DATABASE_URL } = process.env;
  const variables = natsVariables(process.env);
  if (DATABASE_URL !== undefined && DATABASE_URL !== '' && variables['NATS_URL'] !== undefined) {
    return { databaseUrl: DATABASE_URL, nats: natsSettingsOf(variables) };
  }
  const { databaseUrl, natsUrl, nats } = await mustRun(data, 'DATABASE_URL and NATS_URL', community);
  return { databaseUrl, nats: natsSettingsOf(nats ?? { NATS_URL: natsUrl }) };
}

/** The one output that has a password: it was asked for, for another program. */
async function printAddress(data: string, community: string | undefined): Promise<void> {
  const { natsConsumerUrl } = await mustRun(data, 'NATS_URL in your program', community);
  if (natsConsumerUrl === undefined) {
    throw new Error('This NATS server is yours: its users are in its own configuration.');
  }
  process.stdout.write(`${natsConsumerUrl}\n`);
}
