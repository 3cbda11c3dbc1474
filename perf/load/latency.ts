import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '@nats-io/transport-node';
import { z } from 'zod';
import { Pattern } from '@warren/contracts';
import { ask } from '@warren/servers';
import { randomNumbers, startSystem, usualTimes, waitFor } from '@warren/testing';
import { spreadOf } from '../measure/figures.ts';
import { readOptions } from '../measure/options.ts';
import { rounded, printResults } from '../measure/print-results.ts';
import { findSamplePatterns, withDatabase } from './runs/sample-runs.ts';
import type { Query } from './runs/sample-runs.ts';

/** Target: ms until 99 of 100 events have had their effect. */
const aim = 250;
const option = readOptions(
  'Time from the commit of a pattern’s version until question-generator has committed its effect.',
  {
    events: { default: 10_000, description: 'versions to make' },
    rate: { default: 50, description: 'versions per second, at random moments' },
    seed: { default: 1, description: 'seed of the random moments' },
  },
);
const Count = z.object({ n: z.int() });
const system = await startSystem({ env: usualTimes });
const connection = await connect({ servers: system.nats.url });
try {
  await findSamplePatterns(system);
  await withDatabase(system, async (query) => {
    await untilAllConsumed(query);
    await createTriggers(query);
    const from = performance.now();
    const rejected = await makeVersions();
    const seconds = (performance.now() - from) / 1_000;
    await untilAllConsumed(query);
    const ms = await latencies(query);
    const { p50, p95, p99, max } = spreadOf(ms);
    printResults(
      ['events', 'rejected', 'in s', 'p50 ms', 'p95 ms', `p99 ms (aim ≤ ${aim})`, 'max ms'],
      [[ms.length, rejected, rounded(seconds), rounded(p50), rounded(p95), rounded(p99), rounded(max)]],
      { what: 'latency', events: ms.length, rejected, rate: option('rate'), p50, p95, p99, max, aim },
    );
  });
} finally {
  await connection.close();
  await system.stop();
}
process.exit(0);

/** Pins and unpins patterns in turn, at random moments (a Poisson process); returns the number of rejected requests. */
async function makeVersions(): Promise<number> {
  const random = randomNumbers(option('seed'));
  const { body } = await system.call('patterns');
  const ids = z
    .array(Pattern)
    .parse(body)
    .map(({ id }) => id);
  const start = performance.now();
  let atMs = 0;
  let rejected = 0;
  const requests: Promise<unknown>[] = [];
  for (let event = 0; event < option('events'); event += 1) {
    atMs += (-Math.log(1 - random()) / option('rate')) * 1_000;
    await delay(Math.max(0, start + atMs - performance.now()));
    const id = ids[event % ids.length] ?? 0;
    const pinned = Math.floor(event / ids.length) % 2 === 0;
    const patched = ask(connection, 'patterns.patch', { id, patch: { pinned } });
    // A service that is too busy for the rate rejects requests; these have no event.
    requests.push(patched.catch(() => (rejected += 1)));
  }
  await Promise.all(requests);
  return rejected;
}

/**
 * Records the commit times of the transactions that publish a version and that consume its message: a deferred trigger
 * runs last in its transaction, and both times are by the database's clock.
 */
async function createTriggers(query: Query): Promise<void> {
  const statements = [
    'create schema load',
    `create table load.committed (what text not null, message_id text not null, at timestamptz not null)`,
    `create function load.note() returns trigger language plpgsql security definer as $$
     begin
       insert into load.committed values (tg_table_name, new.message_id, clock_timestamp());
       return null;
     end $$`,
    ...['pattern_finder.outbox_message', 'question_generator.inbox_message'].map(
      (table) =>
        `create constraint trigger load after insert on ${table}
         deferrable initially deferred for each row execute function load.note()`,
    ),
  ];
  for (const statement of statements) {
    await query(statement, [], z.unknown());
  }
}

async function untilAllConsumed(query: Query): Promise<void> {
  await waitFor(
    async () => {
      const rows = await query(
        `select count(*)::integer as n from pattern_finder.outbox_message event
         where subject = 'pattern.saved' and not exists (
           select from question_generator.inbox_message where message_id = event.message_id::text)`,
        [],
        Count,
      );
      return rows.every(({ n }) => n === 0);
    },
    { describe: 'every version to have its effect', timeoutMs: 60_000, everyMs: 250 },
  );
}

async function latencies(query: Query): Promise<number[]> {
  const rows = await query(
    `select extract(epoch from consumed.at - published.at)::float8 * 1000 as ms
     from load.committed published join load.committed consumed using (message_id)
     where published.what = 'outbox_message' and consumed.what = 'inbox_message'`,
    [],
    z.object({ ms: z.number() }),
  );
  return rows.map(({ ms }) => ms);
}
