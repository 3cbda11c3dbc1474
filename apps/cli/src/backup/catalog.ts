import { z } from 'zod';
import type { Enum, Sequence, Table } from './backup-file.ts';

/** Runs a statement and gives its rows. */
export type Query = (sql: string, values?: readonly unknown[]) => Promise<unknown[]>;

/** A name as SQL takes it, whatever is in it. */
export const quoted = (...names: readonly string[]): string =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');

/**
 * Under what settings a row and its text are one and the same: those of pg_dump. Names are written with their schemas,
 * and nothing depends on how server, database or role are set.
 */
export const exactText = {
  search_path: '',
  datestyle: 'ISO',
  intervalstyle: 'postgres',
  extra_float_digits: '3',
  bytea_output: 'hex',
  timezone: 'UTC',
  statement_timeout: '0',
  lock_timeout: '0',
} as const;

/** Which of the schemas the database has. */
export async function schemasIn(query: Query, schemas: readonly string[]): Promise<string[]> {
  const rows = await query('select nspname::text as name from pg_namespace order by 1');
  const there = new Set(
    z
      .array(z.object({ name: z.string() }))
      .parse(rows)
      .map(({ name }) => name),
  );
  return schemas.filter((name) => there.has(name));
}

/** The tables of a schema with their columns, by name. */
export async function tablesIn(query: Query, schema: string): Promise<Table[]> {
  const rows = await query(
    `select relname::text as name, json_agg(json_build_object(
       'name', attname, 'type', format_type(atttypid, atttypmod), 'generated', attgenerated <> '') order by attnum) as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
     where relnamespace = (select oid from pg_namespace where nspname = ${literal(schema)}) and relkind = 'r'
     group by relname order by relname`,
  );
  const Row = z.object({
    name: z.string(),
    columns: z.array(z.object({ name: z.string(), type: z.string(), generated: z.boolean() })),
  });
  return z.array(Row).parse(rows);
}

/** The enum types of a schema with their labels in order, by name. */
export async function enumsIn(query: Query, schema: string): Promise<Enum[]> {
  const rows = await query(
    `select typname::text as name, json_agg(enumlabel::text order by enumsortorder) as labels
     from pg_type join pg_enum on enumtypid = pg_type.oid
     where typnamespace = (select oid from pg_namespace where nspname = ${literal(schema)})
     group by typname order by typname`,
  );
  return z.array(z.object({ name: z.string(), labels: z.array(z.string()) })).parse(rows);
}

/** The sequences of a schema, and how far they have got. */
export async function sequencesIn(query: Query, schema: string): Promise<Sequence[]> {
  const found = await query(
    `select relname::text as name from pg_class
     where relnamespace = (select oid from pg_namespace where nspname = ${literal(schema)}) and relkind = 'S' order by 1`,
  );
  const State = z.tuple([z.object({ last: z.string(), called: z.boolean() })]);
  const sequences: Sequence[] = [];
  for (const { name } of z.array(z.object({ name: z.string() })).parse(found)) {
    const rows = await query(
      `select last_value::text as last, is_called as called from ${quoted(schema, name)}`,
    );
    const [state] = State.parse(rows);
    sequences.push({ name, ...state });
  }
  return sequences;
}

/** The names of the migrations that made a schema what it is, first to last. */
export async function migrationsIn(query: Query, schema: string): Promise<string[]> {
  const rows = await query(`select name from ${quoted(schema, 'migration')} order by id`);
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name);
}

/** A text as SQL takes it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
