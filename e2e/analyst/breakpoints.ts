import pg from 'pg';
import { waitFor } from '@warren/testing';
import type { System } from '@warren/testing';

/** A write of the pattern-finder, identified by the row it writes (`new`, and `old` of an update). */
export interface Write {
  readonly table: 'pattern' | 'run' | 'run_turn' | 'run_tool_result' | 'run_reading';
  readonly on: 'insert' | 'update';
  readonly when: string;
}

/** Place at which a worker is stopped: in a write, which a kill rolls back, or in its commit, which a kill does not. */
export interface Place extends Write {
  readonly at: 'write' | 'commit';
}

/** A breakpoint at such a place. */
interface Breakpoint {
  /** Resolves once a worker has reached it. */
  reached: () => Promise<void>;
  /** Removes the breakpoint and lets the worker continue. */
  release: () => Promise<void>;
}

const key = 4711;

/**
 * Stops workers from outside, through the database that they write to: a trigger waits for an advisory lock, which a
 * connection of the test's own has taken.
 */
export async function setBreakpoint(system: System, { table, on, when, at }: Place): Promise<Breakpoint> {
  const client = await connected(system);
  const name = `pattern_finder.${table}`;
  await client.query('select pg_advisory_lock($1)', [key]);
  await client.query(`create or replace function pattern_finder.breakpoint() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(${key}); return new; end $$`);
  await client.query(
    at === 'write'
      ? `create trigger breakpoint before ${on} on ${name} for each row when (${when})
           execute function pattern_finder.breakpoint()`
      : `create constraint trigger breakpoint after ${on} on ${name} deferrable initially deferred
           for each row when (${when}) execute function pattern_finder.breakpoint()`,
  );
  const reached = async (): Promise<void> => {
    const waiting = `select from pg_locks where locktype = 'advisory' and objid = ${key} and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    await waitFor(async () => (await client.query(waiting)).rowCount === 1, {
      describe: `a worker to reach ${on} ${table} when ${when}`,
      timeoutMs: 30_000,
    });
  };
  const release = async (): Promise<void> => {
    // Closing the connection releases the lock; the server, and the connection with it, may have been killed meanwhile.
    await client.end().catch(() => undefined);
    const another = await connected(system);
    await another.query(`drop trigger breakpoint on ${name}`);
    await another.end();
  };
  return { reached, release };
}

async function connected(system: System): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: system.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
