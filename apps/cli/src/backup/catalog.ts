import { z } from 'zod';
import type { Enum, Sequence, Table } from './backup-file.ts';

/** Executes a statement and returns its rows. */
export type Query = (sql: string, values?: readonly unknown[]) => Promise<unknown[]>;

/** Quotes a name for SQL. */
export const quoted = (...names: readonly string[]): string =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');

/**
 * Settings under which a row survives the round trip through text: those of pg_dump. Names are written with their
 * schemas, and nothing depends on the settings of server, database or role.
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

/** Schema that exists: the role that owns it, as an identifier, and whether it has tables. */
interface Existing {
  owner: string;
  filled: boolean;
}

/** Those of the schemas that the database has, by name. One that no service has started on yet is empty. */
export async function existingSchemas(
  query: Query,
  schemas: readonly string[],
): Promise<Map<string, Existing>> {
  const rows = await query(
    `select nspname::text as name, nspowner::regrole::text as owner,
       exists (select from pg_class where relnamespace = n.oid) as filled from pg_namespace n order by 1`,
  );
  const Row = z.object({ name: z.string(), owner: z.string(), filled: z.boolean() });
  const existing = new Map<string, Existing>();
  for (const { name, ...known } of z.array(Row).parse(rows)) {
    if (schemas.includes(name)) {
      existing.set(name, known);
    }
  }
  return existing;
}

/** Those of the schemas that have tables. */
export async function schemasIn(query: Query, schemas: readonly string[]): Promise<string[]> {
  const existing = await existingSchemas(query, schemas);
  return schemas.filter((name) => existing.get(name)?.filled === true);
}

/** Tables of a schema with their columns, by name. */
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

/** Enum types of a schema with their labels in order, by name. */
export async function enumsIn(query: Query, schema: string): Promise<Enum[]> {
  const rows = await query(
    `select typname::text as name, json_agg(enumlabel::text order by enumsortorder) as labels
     from pg_type join pg_enum on enumtypid = pg_type.oid
     where typnamespace = (select oid from pg_namespace where nspname = ${literal(schema)})
     group by typname order by typname`,
  );
  return z.array(z.object({ name: z.string(), labels: z.array(z.string()) })).parse(rows);
}

/** Sequences of a schema with their state. */
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

/** Names of the migrations applied to a schema, first to last. */
export async function migrationsIn(query: Query, schema: string): Promise<string[]> {
  const rows = await query(`select name from ${quoted(schema, 'migration')} order by id`);
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name);
}

/** Quotes a text for SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
