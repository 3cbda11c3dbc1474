import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { DiscoverReply, ImportAnswer, Pattern, isTwoSided } from '@warren/contracts';
import type { Rule, SimpleRule, TwoSidedRule } from '@warren/contracts';
import type { System } from '@warren/testing';

/** The sample community. */
export const sample = resolve(import.meta.dirname, '../samples/brindlewick.ndjson');

/** A real member file beside the checkout, or undefined if there is none. */
export function sharedData(name: string): string | undefined {
  const file = resolve(import.meta.dirname, '../../shared/data', name);
  return existsSync(file) ? file : undefined;
}

/** Imports a file of newline-delimited JSON through REST. */
export async function importFile(system: System, file: string, query = ''): Promise<ImportAnswer> {
  return importLines(system, await readFile(file), query);
}

/** Imports members through REST. */
export async function importMembers(system: System, members: readonly object[]): Promise<ImportAnswer> {
  return importLines(system, members.map((member) => JSON.stringify(member)).join('\n'));
}

async function importLines(
  system: System,
  lines: string | Buffer<ArrayBuffer>,
  query = '',
): Promise<ImportAnswer> {
  const { status, body } = await system.call(`members/import${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines,
  });
  if (status !== 200) {
    throw new Error(`import answered ${status}: ${JSON.stringify(body)}`);
  }
  return ImportAnswer.parse(body);
}

/** Imports a file with the whole membership: absent members are cancelled, however many they are. */
export async function replaceMembers(system: System, file: string): Promise<void> {
  const { absent } = await importFile(system, file, '?absent=cancel');
  await importFile(system, file, `?absent=cancel&confirm=${absent ?? 0}`);
}

/** Discovers and waits for the run. */
export async function discover(system: System, body?: unknown): Promise<DiscoverReply> {
  const answer = await system.call('patterns/discover', {
    method: 'POST',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (answer.status !== 200) {
    throw new Error(`discover answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return DiscoverReply.parse(answer.body);
}

/** Every active pattern. */
export async function patternsOf(system: System, query = ''): Promise<Pattern[]> {
  return z.array(Pattern).parse((await system.call(`patterns${query}`)).body);
}

/** One pool per database; connections idle for a second are closed, and none keeps the process alive. */
const pools = new Map<string, pg.Pool>();

function poolOf({ databaseUrl }: System): pg.Pool {
  const known = pools.get(databaseUrl);
  if (known !== undefined) {
    return known;
  }
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    idleTimeoutMillis: 1_000,
    allowExitOnIdle: true,
  });
  // a database that is killed or dropped closes idle connections
  pool.on('error', () => undefined);
  pools.set(databaseUrl, pool);
  return pool;
}

/** Calls `work` with a connection of the test's own to the system's database. */
export async function withDatabase<T>(
  system: System,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await poolOf(system).connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Rows of a query on the system's database. */
export async function rowsOf<T extends z.ZodType>(
  system: System,
  sql: string,
  row: T,
): Promise<z.output<T>[]> {
  const { rows } = await withDatabase(system, async (client) => client.query<Record<string, unknown>>(sql));
  return z.array(row).parse(rows);
}

const MemberFacets = z.object({ id: z.int(), facets: z.array(z.string()) });
type MemberFacets = z.infer<typeof MemberFacets>;

/** The members that are analysed, with their stored facets. */
export async function analysedMembers(system: System): Promise<MemberFacets[]> {
  return rowsOf(
    system,
    `select id, facets from member_profile.member
      where is_public and membership_status not in ('cancelled', 'expired') order by id`,
    MemberFacets,
  );
}

/** The members that match a rule, computed from the stored facets alone. */
export function membersByHand(members: readonly MemberFacets[], rule: Rule): number[] {
  const sides = isTwoSided(rule) ? [rule.givers, rule.seekers, ...bridgesOf(rule)] : [rule];
  return members
    .filter(({ facets }) => sides.some((side) => matches(side, new Set(facets))))
    .map(({ id }) => id);
}

/** The side of those who belong to both sides of a rule that keeps the two apart. */
export function bridgesOf({ givers, seekers }: TwoSidedRule): SimpleRule[] {
  const keepApart = givers.none_of !== undefined && seekers.none_of !== undefined;
  return keepApart ? [{ clauses: [...givers.clauses, ...seekers.clauses] }] : [];
}

function matches({ clauses, none_of = [] }: SimpleRule, facets: ReadonlySet<string>): boolean {
  return (
    clauses.every(({ at_least, of }) => of.filter((key) => facets.has(key)).length >= at_least) &&
    !none_of.some((key) => facets.has(key))
  );
}
