import type { EntityManager } from '@mikro-orm/postgresql';
import { orUndefined } from './bounded-look.ts';
import type { Forgetting } from './erased.ts';

/** Rows of a page. */
export const page = 200;
/** Tables without members' data, that the erasure itself needs, or that it changes otherwise. */
const leftAlone = ['migration', 'stream_seen', 'erased_recently', 'audit_entry'];
const texts = ['text', 'character varying'];
/** JSON in which each text is verified to be the words of the member beside it. */
const verbatim = ['pattern.evidence', 'introduction.need_words', 'introduction.offer_words'];

/** Column of a table. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isKey: boolean;
}

/** Table of this service, with its key and the columns that may hold words or ids of members. */
export interface Table {
  readonly name: string;
  readonly keys: readonly Column[];
  readonly read: readonly Column[];
}

/** A row as text, column by column; lists as JSON. */
export type Row = Record<string, string | null>;

/** Returns the new values of the columns that have something of them. */
export function changesOf(table: Table, row: Row, forgetting: Forgetting): Row | undefined {
  const changes: Row = {};
  for (const { name, type } of table.read) {
    const before = row[name];
    if (before === null || before === undefined) {
      continue;
    }
    const forget = verbatim.includes(`${table.name}.${name}`) ? forgetting.leaveOut : forgetting.forget;
    const after =
      orUndefined(() => (type.endsWith('[]') ? withoutInList(before, type, forgetting) : forget(before))) ??
      (before === emptyOf(table, name) ? before : emptyOf(table, name));
    if (after !== before) {
      changes[name] = after;
    }
  }
  return Object.keys(changes).length === 0 ? undefined : changes;
}

function withoutInList(before: string, type: string, forgetting: Forgetting): string {
  const parsed: unknown = JSON.parse(before);
  if (!Array.isArray(parsed)) {
    return before;
  }
  const items: unknown[] = parsed;
  const after: unknown[] = type.startsWith('text')
    ? items.map((item) => (typeof item === 'string' ? forgetting.forget(item) : item))
    : items.filter((item) => !forgetting.has(Number(item)));
  return JSON.stringify(items) === JSON.stringify(after) ? before : JSON.stringify(after);
}

/** Empty value of a column. */
export function emptyOf(table: Table, name: string): string {
  const type = table.read.find((column) => column.name === name)?.type ?? '';
  return type.endsWith('[]') ? '[]' : type.startsWith('json') ? 'null' : '';
}

/** Reads the next rows of a table, after the key `after`. */
export async function readPage(
  em: EntityManager,
  table: Table,
  after: readonly string[] | undefined,
): Promise<Row[]> {
  const keys = table.keys.map(({ name }) => `"${name}"`).join(', ');
  // not by the texts of the keys that are selected, of which "9" comes after "10"
  const order = table.keys.map(({ name }) => `"${table.name}"."${name}"`).join(', ');
  const places = table.keys.map(({ type }) => `?::text::${type}`).join(', ');
  return em
    .fork()
    .execute<Row[]>(
      `${selected(table)} ${after === undefined ? '' : `where (${keys}) > (${places})`} order by ${order} limit ${page}`,
      after === undefined ? [] : [...after],
    );
}

/** Statement that reads the columns of a table as texts. */
export function selected({ name, keys, read }: Table): string {
  const wanted = [...new Map([...keys, ...read].map((column) => [column.name, column])).values()];
  const columns = wanted.map((column) =>
    column.type.endsWith('[]')
      ? `array_to_json("${column.name}")::text as "${column.name}"`
      : `"${column.name}"::text as "${column.name}"`,
  );
  return `select ${columns.join(', ')} from "${name}"`;
}

/** Condition of one row by its key. */
export function isRow({ keys }: Table): string {
  return keys.map(({ name, type }) => `"${name}" = ?::text::${type}`).join(' and ');
}

/** Key of a row. */
export function keyOf({ keys }: Table, row: Row): (string | null)[] {
  return keys.map(({ name }) => row[name] ?? null);
}

/** Lists the tables of this service with columns that may hold words or ids of members, and their primary keys. */
export async function tablesOf(em: EntityManager): Promise<Table[]> {
  const columns = await em.fork().execute<(Column & { table: string })[]>(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
       coalesce(a.attnum = any (i.indkey), false) as "isKey"
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind = 'r' order by c.relname, a.attnum`,
  );
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !leftAlone.includes(name));
  return names
    .map((name) => {
      const own = columns.filter(({ table }) => table === name);
      return { name, keys: own.filter(({ isKey }) => isKey), read: own.filter(mayHold) };
    })
    .filter(({ keys, read }) => keys.length > 0 && read.length > 0);
}

function mayHold({ name, type }: Column): boolean {
  return (
    [...texts, 'json', 'jsonb', 'text[]', 'character varying[]'].includes(type) ||
    (['integer[]', 'bigint[]'].includes(type) && /ids$|^joined$/.test(name))
  );
}
