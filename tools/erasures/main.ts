import { connect } from '@nats-io/transport-node';
import { requests } from '@warren/contracts';
import type { ReplyOf, RequestInput, RequestSubject } from '@warren/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ask } from '../load/ask.ts';

const usage = `npm run -s erasures -- replay
npm run -s erasures -- allow --email ADDRESS | --external-id ID

  replay   after a restore: erases again whoever was erased since the dump, and tells of it
  allow    lets a person who was erased come back with the next import, on their own wish

NATS_URL says where member-profile answers; without it, what npm start runs now.`;

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      'external-id': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [command, ...more] = positionals;
  if (values.help === true || more.length > 0 || (command !== 'replay' && command !== 'allow')) {
    process.stdout.write(`${usage}\n`);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  if (command === 'replay') {
    await replay();
    return;
  }
  const { email, 'external-id': external_id } = values;
  if (email === undefined && external_id === undefined) {
    throw new Error('Say who may come back: --email ADDRESS or --external-id ID, as it stood in the file.');
  }
  const { allowed } = await answerTo('erasures.allow', { email, external_id });
  if (!allowed) throw new Error('Nobody who was erased had this identity; nothing was changed.');
  process.stdout.write('May come back: the next import takes this person in again.\n');
}

async function replay(): Promise<void> {
  const { people, erased, told_again, unreadable } = await answerTo('erasures.replay', {});
  process.stdout.write(
    `${people} people in the ledger; ${erased} of them were here again and are erased; ${told_again} erasures told again\n`,
  );
  if (unreadable > 0) {
    throw new Error(`${unreadable} lines of the ledger cannot be read: who they are about may come back.`);
  }
}

async function answerTo<S extends RequestSubject>(subject: S, input: RequestInput<S>): Promise<ReplyOf<S>> {
  const connection = await connect({ servers: (await natsUrl()).split(',') });
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

async function natsUrl(): Promise<string> {
  const { NATS_URL } = process.env;
  if (NATS_URL !== undefined && NATS_URL !== '') return NATS_URL;
  const file = join(import.meta.dirname, '../../.warren/data/running.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error('npm start does not run here: start it, or set NATS_URL.');
  return z.object({ natsUrl: z.string() }).parse(JSON.parse(text)).natsUrl;
}
