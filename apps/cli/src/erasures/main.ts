import { connect } from '@nats-io/transport-node';
import { requests } from '@warren/contracts';
import type { ReplyOf, RequestInput, RequestSubject } from '@warren/contracts';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { ask, databaseOf, mustRun, usualData } from '@warren/servers';

const usage = `npm run -s erasures -- replay [--data DIR]
npm run -s erasures -- allow --email ADDRESS | --external-id ID [--data DIR]

  replay   after a restore: erases again whoever was erased since the dump, and tells of it
  allow    lets a person who was erased come back with the next import, on their own wish

  --data DIR   where npm start keeps its data (.warren/data)

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
      data: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [command, ...more] = positionals;
  if (values.help === true || more.length > 0 || (command !== 'replay' && command !== 'allow')) {
    process.stdout.write(`${usage}\n`);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  const asked = await whom(resolve(values.data ?? usualData));
  if (command === 'replay') {
    await replay(asked);
    return;
  }
  const { email, 'external-id': external_id } = values;
  if (email === undefined && external_id === undefined) {
    throw new Error('Say who may come back: --email ADDRESS or --external-id ID, as it stood in the file.');
  }
  const { allowed } = await answerTo(asked, 'erasures.allow', { email, external_id });
  if (!allowed) throw new Error('Nobody who was erased had this identity; nothing was changed.');
  process.stdout.write(`May come back: the next import takes this person in again (${asked.is}).\n`);
}

async function replay(asked: Asked): Promise<void> {
  const { people, erased, told_again, unreadable } = await answerTo(asked, 'erasures.replay', {});
  process.stdout.write(
    `${people} people in the ledger; ${erased} of them were here again and are erased; ${told_again} erasures told again (${asked.is})\n`,
  );
  if (unreadable > 0) {
    throw new Error(`${unreadable} lines of the ledger cannot be read: who they are about may come back.`);
  }
}

async function answerTo<S extends RequestSubject>(
  { natsUrl }: Asked,
  subject: S,
  input: RequestInput<S>,
): Promise<ReplyOf<S>> {
  const connection = await connect({ servers: natsUrl.split(',') });
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

/** Where member-profile is asked, and how that is said: without a password. */
type Asked = { natsUrl: string; is: string };

async function whom(data: string): Promise<Asked> {
  const { NATS_URL } = process.env;
  if (NATS_URL !== undefined && NATS_URL !== '')
    return { natsUrl: NATS_URL, is: `NATS at ${hosts(NATS_URL)}` };
  const { natsUrl, databaseUrl } = await mustRun(data, 'NATS_URL');
  return { natsUrl, is: `database ${databaseOf(databaseUrl)}, NATS at ${hosts(natsUrl)}` };
}

function hosts(natsUrl: string): string {
  return natsUrl.replace(/(^|,|\/\/)[^@,/]*@/g, '$1');
}
