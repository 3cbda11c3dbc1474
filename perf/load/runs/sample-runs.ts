import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { waitFor } from '@warren/testing';
import type { System } from '@warren/testing';

const sample = join(import.meta.dirname, '../../../samples/brindlewick.ndjson');
const Accepted = z.looseObject({ run_id: z.int() });
const askedAtOnce = 10;

/** A query to the database of a system, past its services; `row` parses the rows. */
export type Query = <T>(sql: string, values: unknown[], row: z.ZodType<T>) => Promise<T[]>;

/** Imports the sample community. */
export async function importSample(system: System): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const body = await readFile(sample);
  const { status } = await system.call('members/import', { method: 'POST', headers, body });
  if (status !== 200) {
    throw new Error(`the import was answered ${status}`);
  }
}

/** Imports the sample community and finds its patterns; @throws where that takes more than two minutes */
export async function findSamplePatterns(system: System): Promise<void> {
  await importSample(system);
  const ids = await askForRuns(system, 1);
  await withDatabase(system, async (query) => untilSucceeded(query, ids, 120_000));
  const { body } = await system.call('patterns');
  if (!Array.isArray(body) || body.length === 0) {
    throw new Error('no pattern was found in the sample');
  }
}

/** Requests discoveries, ten at a time, without waiting for their ends; returns their ids. */
export async function askForRuns(system: System, count: number): Promise<number[]> {
  const ids: number[] = [];
  let requested = 0;
  const client = async (): Promise<void> => {
    while (requested < count) {
      requested += 1;
      const headers = { prefer: 'respond-async' };
      const { status, body } = await system.call('patterns/discover', { method: 'POST', headers });
      if (status !== 202) {
        throw new Error(`a discovery was answered ${status}`);
      }
      ids.push(Accepted.parse(body).run_id);
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, client));
  return ids;
}

/** Runs `work` with connections to the database of a system. */
export async function withDatabase<T>(
  { databaseUrl }: Pick<System, 'databaseUrl'>,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  try {
    return await work(async (sql, values, row) =>
      z.array(row).parse((await pool.query<Record<string, unknown>>(sql, values)).rows),
    );
  } finally {
    await pool.end();
  }
}

const Ended = z.object({ id: z.int(), status: z.string(), ended_at: z.number() });

/** Waits until runs have ended; returns when the last did, in ms since 1970; @throws where one did not succeed */
export async function untilSucceeded(
  query: Query,
  ids: readonly number[],
  timeoutMs: number,
): Promise<number> {
  const ended = await waitFor(
    async () => {
      const rows = await query(
        `select id, status, extract(epoch from finished_at)::float8 * 1000 as ended_at from pattern_finder.run
         where id = any($1) and finished_at is not null`,
        [ids],
        Ended,
      );
      return rows.length === ids.length && rows;
    },
    { describe: `${ids.length} runs to end`, timeoutMs, everyMs: 250 },
  );
  const others = ended.filter(({ status }) => status !== 'succeeded');
  if (others.length > 0) {
    throw new Error(`runs that did not succeed: ${JSON.stringify(others.slice(0, 5))}`);
  }
  return Math.max(...ended.map(({ ended_at }) => ended_at));
}
