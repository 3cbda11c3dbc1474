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
  for (const pass of ['new', 'again, unchanged']) {
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
  const seconds = await copySeconds(system.databaseUrl);
  process.stdout.write(
    `COPY of the same rows: ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} rows a second\n`,
  );
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
