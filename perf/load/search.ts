import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { ask } from '@warren/servers';
import { startSystem, usualTimes } from '@warren/testing';
import { spreadOf } from '../measure/figures.ts';
import { readOptions } from '../measure/options.ts';
import { rounded, printLine, printResults } from '../measure/print-results.ts';
import { madeUpMembers } from './communities/community.ts';

/** Targets: 99th percentile of plain lists meanwhile, and the time until PostgreSQL is idle; in milliseconds. */
const aim = { p99Ms: 250, restMs: 1_000 };
const batch = 500;
const option = readOptions(
  'Runs expensive searches among many members while requesting a plain list of members continuously.',
  {
    members: { default: 100_000, description: 'members' },
    searches: { default: 24, description: 'searches at once' },
    ways: { default: 4, description: 'kinds of searches, from the worst' },
    hangup: { default: 300, description: 'milliseconds after which impatient clients hang up' },
  },
);
/** Parts of words that every profile with a bio contains. */
const everywhere = ['makes', 'things', 'night', 'member', 'would', 'meet', 'others', 'who', 'like', 'and'];
const letters = ['e', 'i', 't', 'n', 'h', 'm', 'r', 'o', 'a', 's'];
const ways = Object.entries({
  // As long as a search may be; a repeated word does not count as another.
  'a hundred letters': Array.from({ length: 10 }, () => letters).flat(),
  'words that all have': everywhere,
  'words that none has': everywhere.map((word) => `${word}zq`),
  'a word and letters': ['letterpress', ...letters.slice(1)],
});

const system = await startSystem({ env: usualTimes });
const database = new pg.Client({ connectionString: system.databaseUrl });
const results: Result[] = [];
type Result = Awaited<ReturnType<typeof measure>>;
try {
  await database.connect();
  const from = performance.now();
  await importMembers();
  printLine(`${option('members')} members imported in ${rounded((performance.now() - from) / 1000)} s`);
  // The time of a list without searches, as a baseline: other load on the machine affects both.
  results.push(await measure('none', [], false));
  for (const [name, terms] of ways.slice(0, option('ways'))) {
    results.push(await measure(name, terms, false));
    results.push(await measure(`${name}, hung up on`, terms, true));
  }
  const size = await database.query<{ bytes: string }>(
    `select coalesce(pg_relation_size(to_regclass('member_profile.member_searched')), 0) as bytes`,
  );
  printResults(
    ['searches', 'answers', 'p50 s', 'max s', 'lists p50 ms', `lists p99 ms (≤ ${aim.p99Ms})`, 'at rest ms'],
    results.map(({ name, statuses, took, lists, restMs }) => [
      name,
      statuses,
      rounded(took.p50 / 1000),
      rounded(took.max / 1000),
      rounded(lists.p50, 0),
      rounded(lists.p99, 0),
      rounded(restMs, 0),
    ]),
    {
      what: 'search',
      members: option('members'),
      results,
      indexBytes: Number(size.rows[0]?.bytes),
      aim,
    },
  );
} finally {
  await database.end();
  await system.stop();
}
const missed = results.some(({ lists, restMs }) => !(lists.p99 <= aim.p99Ms) || restMs > aim.restMs);
process.exit(missed ? 1 : 0);

async function importMembers(): Promise<void> {
  const nats = await connect({ servers: system.nats.url });
  const rows = [...madeUpMembers(option('members'))];
  for (let at = 0; at < rows.length; at += batch) {
    await ask(nats, 'members.import', { import_id: null, rows: rows.slice(at, at + batch) });
  }
  await nats.close();
}

/** Sends all searches at once and lists members until the last is answered. */
async function measure(name: string, terms: readonly string[], hangsUp: boolean) {
  const q = terms.join(' ');
  const statuses = new Map<string, number>();
  const took: number[] = [];
  const count = terms.length === 0 ? 0 : option('searches');
  const searches = Array.from({ length: count }, async () => {
    const from = performance.now();
    const signal = hangsUp ? AbortSignal.timeout(option('hangup')) : AbortSignal.timeout(600_000);
    const status = await fetch(`${system.api}/members?per_page=50&q=${encodeURIComponent(q)}`, {
      signal,
    }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return String(answer.status);
      },
      () => 'left',
    );
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    took.push(performance.now() - from);
  });
  const waiting = { is: true };
  const lists = listMembers(waiting);
  await Promise.all(searches);
  const from = performance.now();
  const restMs = await untilRest(from);
  if (count === 0) {
    await delay(5_000);
  }
  waiting.is = false;
  return {
    name,
    statuses: [...statuses].map(([status, count]) => `${count} × ${status}`).join(', '),
    took: spreadOf(took),
    lists: spreadOf(await lists),
    restMs,
  };
}

async function listMembers(waiting: { is: boolean }): Promise<number[]> {
  const took: number[] = [];
  while (waiting.is) {
    const from = performance.now();
    const answer = await fetch(`${system.api}/members?per_page=1`);
    await answer.arrayBuffer();
    took.push(answer.ok ? performance.now() - from : Number.POSITIVE_INFINITY);
    await delay(10);
  }
  return took;
}

/** Milliseconds until PostgreSQL last ran a search, none following for a second; five minutes at most. */
async function untilRest(from: number): Promise<number> {
  let lastSeen = 0;
  for (;;) {
    const { rowCount } = await database.query(
      `select from pg_stat_activity where datname = current_database() and state = 'active'
         and pid <> pg_backend_pid() and (query like '%searched like%' or query like '% ilike %')`,
    );
    const ms = performance.now() - from;
    lastSeen = rowCount === 0 ? lastSeen : ms;
    if (ms - lastSeen > 1_000 || ms > 300_000) {
      return lastSeen;
    }
    await delay(20);
  }
}
