import pg from 'pg';
import { z } from 'zod';

/** The first column of a query's rows. */
export async function rowsIn(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return z
      .array(z.tuple([z.string()]))
      .parse(rows)
      .map(([text]) => text);
  } finally {
    await client.end();
  }
}

const owned = `relkind = 'r' and relnamespace in (select oid from pg_namespace where nspname in
  ('member_profile', 'pattern_finder', 'question_generator'))`;

/** Every row of every table, as PostgreSQL writes it. */
export async function contentOf(url: string): Promise<Map<string, string[]>> {
  const tables = await rowsIn(url, `select oid::regclass::text from pg_class where ${owned} order by 1`);
  const content = new Map<string, string[]>();
  for (const table of tables) {
    content.set(table, await rowsIn(url, `select "a row"::text from ${table} as "a row" order by 1`));
  }
  return content;
}

/** SQL condition: member-profile creates the object when it starts, as part of the search extension or on top of it. */
const madeAtStart = (oid: string): string =>
  `(exists (select from pg_depend where objid = ${oid} and deptype = 'e') or ${oid}::regclass::text ~ 'member_(searched|written)$')`;

/** Everything but the rows: constraints, indexes, triggers, functions, and states of sequences. */
export const structureOf = async (url: string): Promise<string[]> =>
  rowsIn(
    url,
    `with tables as (select * from pg_class where ${owned})
     select tables.oid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(c.oid) as it
       from pg_constraint c join tables on tables.oid = conrelid
     union all select pg_get_indexdef(indexrelid) from pg_index join tables on tables.oid = indrelid
       where not ${madeAtStart('indexrelid')}
     union all select pg_get_triggerdef(t.oid) || ' ' || tgenabled::text from pg_trigger t join tables on tables.oid = tgrelid
       where not tgisinternal
     union all select pg_get_functiondef(oid) from pg_proc where pronamespace::regnamespace::text like '%\\_%'
       and pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema') and not ${madeAtStart('pg_proc.oid')}
     union all select schemaname || '.' || sequencename || ' ' || coalesce(last_value::text, 'not called') from pg_sequences
     order by 1`,
  );
