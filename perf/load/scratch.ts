import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { buffer, json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ImportReport } from '@warren/contracts';
import { startSystem } from '@warren/testing';

/**
 * Imports made-up members as CSV through REST into a system of its own, twice, and prints the durations, that of COPY of
 * the same finished rows into an equal table, and the peak memory of each process: `npm run load:import -- 50000`.
 * A second number divides them into so many files, each with its own rate: `npm run load:import -- 1000000 10`.
 */
const [count, files] = [Number(process.argv[2] ?? 50_000), Number(process.argv[3] ?? 1)];
if (!Number.isInteger(count / files) || count < files) {
  throw new Error('Give the number of members, and of files that they are divided into equally');
}
const system = await startSystem();
try {
  for (const pass of ['new']) {
    for (let file = 0; file < files; file += 1) {
      const csv = table((file * count) / files, ((file + 1) * count) / files);
      const from = performance.now();
      const { created, updated, unchanged, rejected } = ImportReport.parse(await importFile(csv));
      const seconds = (performance.now() - from) / 1000;
      process.stdout.write(
        `${pass}: ${(csv.length / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, ${(count / files / seconds).toFixed(0)} rows a second (${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected); ${await peaks()}\n`,
      );
    }
  }
  await variants(system.databaseUrl);
} finally {
  await system.stop();
}
process.exit(0);

/** Imports a file; `fetch` would give up after five minutes without an answer. */
async function importFile(csv: string): Promise<unknown> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { method: 'POST', headers: { 'content-type': 'text/csv' } };
    request(`${system.api}/members/import`, options, resolve).on('error', reject).end(csv);
  });
  return json(response);
}

/** Largest memory so far of each process. */
async function peaks(): Promise<string> {
  const each = system.processes().map(async ({ name, pid }) => `${name} ${await peakMegabytes(pid)} MB`);
  return (await Promise.all(each)).join(', ');
}

/** Copies the stored members into an equal table, with its constraints and indexes. */
async function copySeconds(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ schema: string }>(
      "select table_schema as schema from information_schema.tables where table_name = 'member'",
    );
    const member = `${rows[0]?.schema ?? 'public'}.member`;
    const chunks = await buffer(
      client.query(copyTo(`copy ${member} (${await columnsOf(client)}) to stdout`)),
    );
    await client.query(`create table copied_member (like ${member} including all)`);
    const from = performance.now();
    await pipeline(
      Readable.from([chunks]),
      client.query(copyFrom(`copy copied_member (${await columnsOf(client)}) from stdin`)),
    );
    const seconds = (performance.now() - from) / 1000;
    await client.query('drop table copied_member');
    return seconds;
  } finally {
    await client.end();
  }
}

async function columnsOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_name = 'member' and is_generated = 'NEVER' order by ordinal_position",
  );
  return rows.map(({ name }) => name).join(', ');
}

/** Largest resident set of a process, as Linux counts it. */
async function peakMegabytes(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? '?' : String(Math.round(Number(kilobytes) / 1024));
}

/** Lines of the members from one number up to another, always the same. */
function table(first: number, end: number): string {
  const lines = ['external_id,first_name,last_name,email,bio,role,location,skills,interests,looking_for'];
  let seed = 12345 + first;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let row = first; row < end; row += 1) {
    const some = (word: string, kinds: number): string =>
      Array.from({ length: 1 + next(9) }, () => `${word} ${next(next(kinds) + 1)}`).join(';');
    const bio = `"Member ${row} makes things, ""mostly"" at night, and would like to meet others who do.\nSecond line ${row}."`;
    lines.push(
      `m-${row},First${row},Last${row},m${row}@example.org,${bio},maker,Town ${next(30)},${some('skill', 400)},${some('interest', 200)},${some('skill', 400)}`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

async function variants(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const member = 'member_profile.member';
  const chunks = await buffer(client.query(copyTo(`copy ${member} (${await columnsOf(client)}) to stdout`)));
  const { rows: idx } = await client.query(`select indexdef from pg_indexes where schemaname='member_profile' and tablename='member'`);
  console.log(idx.map((r: any) => r.indexdef).join('\n'));
  for (const [name, ddl] of [
    ['all as is', ''],
    ['no trgm', 'drop index if exists SEARCHED'],
    ['pending 16MB', 'alter index SEARCHED set (gin_pending_list_limit = 16384)'],
    ['pending 64MB', 'alter index SEARCHED set (gin_pending_list_limit = 65536)'],
    ['pending 1GB', 'alter index SEARCHED set (gin_pending_list_limit = 1048576)'],
    ['pending 64MB, work_mem 64', "set work_mem = '64MB'; alter index SEARCHED set (gin_pending_list_limit = 65536)"],
    ['pending 1GB, work_mem 256', "set work_mem = '256MB'; alter index SEARCHED set (gin_pending_list_limit = 1048576)"],
    ['no gin at all', "drop index SEARCHED; do $$ declare r record; begin for r in select indexrelid::regclass::text n from pg_index join pg_class c on c.oid = indexrelid join pg_am a on a.oid = c.relam where indrelid = 'copied_member'::regclass and amname = 'gin' loop execute 'drop index ' || r.n; end loop; end $$"],
  ] as const) {
    await client.query(`drop table if exists copied_member; create table copied_member (like ${member} including all)`);
    const { rows } = await client.query(`select indexrelid::regclass::text n from pg_index where indrelid = 'copied_member'::regclass and pg_get_indexdef(indexrelid) like '%trgm%'`);
    const searched = rows[0]?.n;
    if (ddl !== '') await client.query(ddl.replaceAll('SEARCHED', searched));
    const from = performance.now();
    await pipeline(Readable.from([chunks]), client.query(copyFrom(`copy copied_member (${await columnsOf(client)}) from stdin`)));
    const s1 = (performance.now() - from) / 1000;
    const f2 = performance.now();
    if (!ddl.includes('drop')) await client.query(`select gin_clean_pending_list('${searched}')`);
    console.log(name, s1.toFixed(2), 'clean', ((performance.now() - f2) / 1000).toFixed(2));
    await client.query('reset all');
  }
  const f3 = performance.now();
  await client.query(`create index on copied_member using gin (searched gin_trgm_ops)`);
  console.log('build trgm index after', ((performance.now() - f3) / 1000).toFixed(2));
  await client.end();
}
