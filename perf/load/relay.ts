import { randomUUID } from 'node:crypto';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import { z } from 'zod';
import { QuestionCreated } from '@warren/contracts';
import { startSystem, usualTimes, waitFor } from '@warren/testing';
import { spreadOf } from '../measure/figures.ts';
import { readOptions } from '../measure/options.ts';
import { rounded, printResults } from '../measure/print-results.ts';
import { withDatabase } from './runs/sample-runs.ts';
import type { Query } from './runs/sample-runs.ts';

/** Target: share of the speed of plain publishing that the relay reaches. */
const aim = 0.5;
const stream = 'EVENTS';
/** An event that no service of Warren reads, so that only publishing is measured. */
const subject = 'question.created';
const option = readOptions(
  'Events per second that the relay publishes from the outbox, beside publishing the same events directly.',
  {
    events: { default: 20_000, description: 'events of one turn' },
    rounds: { default: 4, description: 'turns of each; the first is a warm-up' },
    'in-flight': {
      default: 200,
      description: 'events that plain publishing sends before it waits for all their acknowledgements',
    },
  },
);
const body = JSON.stringify(
  QuestionCreated.parse({
    question_id: 1,
    pattern_id: 1,
    text: 'Whom would you like to meet over it? '.repeat(12).trim(),
  }),
);
const traceparent = `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`;
const system = await startSystem({ env: usualTimes, workers: 0 });
const connection = await connect({ servers: system.nats.url });
const [js, manager] = [jetstream(connection), await jetstreamManager(connection)];
const rates = { relay: [] as number[], plain: [] as number[] };
try {
  await withDatabase(system, async (query) => {
    for (let round = 0; round < option('rounds'); round += 1) {
      rates.relay.push(await rateOf(async () => relayed(query)));
      rates.plain.push(await rateOf(published));
    }
  });
  const [relay, plain] = [median(rates.relay), median(rates.plain)];
  const ratio = relay / plain;
  printResults(
    ['events of ' + String(body.length) + ' bytes', 'a second'],
    [
      ['by the relay', rounded(relay, 0)],
      ['published directly', rounded(plain, 0)],
      [`relay/plain (aim ≥ ${aim})`, rounded(ratio, 2)],
    ],
    { what: 'relay', events: option('events'), bytes: body.length, relay, plain, ratio, aim },
  );
} finally {
  await connection.close();
  await system.stop();
}
process.exit(0);

/** Events per second between the first and the last that `publish` added to the stream, by the stream's own clock. */
async function rateOf(publish: () => Promise<void>): Promise<number> {
  const before = (await manager.streams.info(stream)).state.last_seq;
  await publish();
  const after = (await manager.streams.info(stream)).state.last_seq;
  if (after - before !== option('events')) {
    throw new Error(`${after - before} events are in the stream`);
  }
  const [first, last] = await Promise.all([timeOf(before + 1), timeOf(after)]);
  return (after - before - 1) / ((last - first) / 1_000);
}

async function timeOf(seq: number): Promise<number> {
  const message = await manager.streams.getMessage(stream, { seq });
  if (message === null) {
    throw new Error(`the stream has no message ${seq}`);
  }
  return message.time.getTime();
}

/** Writes events into an outbox in one transaction, and waits until the service has published them. */
async function relayed(query: Query): Promise<void> {
  await query(
    `insert into pattern_finder.outbox_message (message_id, subject, body, traceparent, created_at)
     select gen_random_uuid(), $1, $2, $3, now() from generate_series(1, $4)`,
    [subject, body, traceparent, option('events')],
    z.unknown(),
  );
  await waitFor(
    async () => {
      const waiting = await query(
        'select id from pattern_finder.outbox_message where published_at is null limit 1',
        [],
        z.unknown(),
      );
      return waiting.length === 0;
    },
    { describe: 'the outbox to be empty', timeoutMs: 300_000, everyMs: 50 },
  );
}

/** Publishes as many directly, each acknowledged, with the headers that the relay sets. */
async function published(): Promise<void> {
  for (let sent = 0; sent < option('events'); sent += option('in-flight')) {
    const count = Math.min(option('in-flight'), option('events') - sent);
    await Promise.all(Array.from({ length: count }, async () => publishOne(randomUUID())));
  }
}

async function publishOne(id: string): Promise<void> {
  const head = headers();
  head.set('ce-specversion', '1.0');
  head.set('ce-id', id);
  head.set('ce-type', subject);
  head.set('ce-source', '/warren/load');
  head.set('ce-time', new Date().toISOString());
  head.set('content-type', 'application/json');
  head.set('traceparent', traceparent);
  await js.publish(subject, body, { msgID: id, headers: head });
}

/** Median of the turns after the first. */
function median(values: readonly number[]): number {
  return spreadOf(values.slice(1)).p50;
}
