import { EntityManager } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import { createYield, orUndefined } from './bounded-look.ts';
import { Forgetting } from './erased.ts';

/** Rows of a page. */
const page = 200;
/** Tables without members' data, that the erasure itself needs, or that it changes otherwise. */
const leftAlone = ['migration', 'stream_seen', 'erased_recently', 'audit_entry'];
const texts = ['text', 'character varying'];
/** JSON in which each text is verified to be the words of the member beside it. */
const verbatim = ['pattern.evidence'];

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isKey: boolean;
}

interface Table {
  readonly name: string;
  readonly keys: readonly Column[];
  readonly read: readonly Column[];
}

/** A row as text, column by column; lists as JSON. */
type Row = Record<string, string | null>;

/**
 * Removes members from every table of this service, those of all `parts` in one pass: every column with text, JSON, or a
 * list of either or of ids is rewritten where it has something of them. Each row is a transaction of its own, so that one
 * that cannot be written stops no other; a value that cannot be rewritten or read is emptied.
 * @returns for each of `parts` the number of rows with something of it that could not be changed
 */
export async function sweepTables(
  em: EntityManager,
  parts: readonly Forgetting[],
  logger: Logger,
): Promise<number[]> {
  const forgetting = Forgetting.ofAll(parts);
  const counts = parts.map((part) => ({ part, failed: 0 }));
  const yieldToOthers = createYield();
  for (const table of await tablesOf(em)) {
    await sweepTable(em, table, forgetting, yieldToOthers, (row, error) => {
      logger.error(`A row of ${table.name} still contains an erased member: ${codeOf(error)}`);
      counts
        .filter(({ part }) => changesOf(table, row, part) !== undefined)
        .forEach((count) => (count.failed += 1));
    });
  }
  return counts.map(({ failed }) => failed);
}

async function sweepTable(
  em: EntityManager,
  table: Table,
  forgetting: Forgetting,
  yieldToOthers: () => Promise<void>,
  onFailure: (row: Row, error: unknown) => void,
): Promise<void> {
  let after: string[] | undefined;
  for (;;) {
    const rows: Row[] = await readPage(em, table, after);
    for (const row of rows) {
      await yieldToOthers();
      if (changesOf(table, row, forgetting) === undefined) {
        continue;
      }
      try {
        await em.fork().transactional(async (tx) => rewriteRow(tx, table, row, forgetting));
      } catch (error) {
        onFailure(row, error);
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) {
      return;
    }
    after = table.keys.map(({ name }) => String(last[name]));
  }
}

/** Returns the new values of the columns that have something of them. */
function changesOf(table: Table, row: Row, forgetting: Forgetting): Row | undefined {
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

async function rewriteRow(em: EntityManager, table: Table, row: Row, forgetting: Forgetting): Promise<void> {
  const [now] = await em.execute<Row[]>(
    `${selected(table)} where ${isRow(table)} for update`,
    keyOf(table, row),
  );
  const changes = now === undefined ? undefined : changesOf(table, now, forgetting);
  if (changes === undefined) {
    return;
  }
  try {
    await em.transactional(async (inner) => write(inner, table, row, changes));
  } catch (error) {
    if (!isRejectedValue(error)) {
      throw error;
    }
    const empty = Object.fromEntries(Object.keys(changes).map((name) => [name, emptyOf(table, name)]));
    await write(em, table, row, empty);
  }
}

async function write(em: EntityManager, table: Table, row: Row, changes: Row): Promise<void> {
  const columns = table.read.filter(({ name }) => name in changes);
  const sets = columns.map(({ name, type }) => `"${name}" = ${given(type)}`);
  await em.execute(`update "${table.name}" set ${sets.join(', ')} where ${isRow(table)}`, [
    ...columns.map(({ name }) => changes[name]),
    ...keyOf(table, row),
  ]);
}

/** Returns whether PostgreSQL rejects this value, e.g. as not unique; other errors do not concern the row. */
function isRejectedValue(error: unknown): boolean {
  return /^2[23]/.test(codeOf(error));
}

/** SQLSTATE of an error, since its message may quote the row. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? String(error.code)
    : String(error instanceof Error && error.name);
}

function emptyOf(table: Table, name: string): string {
  const type = table.read.find((column) => column.name === name)?.type ?? '';
  return type.endsWith('[]') ? '[]' : type.startsWith('json') ? 'null' : '';
}

function given(type: string): string {
  if (type.endsWith('[]')) {
    return `array(select item::${type.slice(0, -2)} from jsonb_array_elements_text(?::jsonb) with ordinality as given (item, place) order by place)`;
  }
  return type.startsWith('json') ? `?::${type}` : '?';
}

async function readPage(
  em: EntityManager,
  table: Table,
  after: readonly string[] | undefined,
): Promise<Row[]> {
  const keys = table.keys.map(({ name }) => `"${name}"`).join(', ');
  const places = table.keys.map(({ type }) => `?::text::${type}`).join(', ');
  return em
    .fork()
    .execute<Row[]>(
      `${selected(table)} ${after === undefined ? '' : `where (${keys}) > (${places})`} order by ${keys} limit ${page}`,
      after === undefined ? [] : [...after],
    );
}

function selected({ name, keys, read }: Table): string {
  const wanted = [...new Map([...keys, ...read].map((column) => [column.name, column])).values()];
  const columns = wanted.map((column) =>
    column.type.endsWith('[]')
      ? `array_to_json("${column.name}")::text as "${column.name}"`
      : `"${column.name}"::text as "${column.name}"`,
  );
  return `select ${columns.join(', ')} from "${name}"`;
}

function isRow({ keys }: Table): string {
  return keys.map(({ name, type }) => `"${name}" = ?::text::${type}`).join(' and ');
}

function keyOf({ keys }: Table, row: Row): (string | null)[] {
  return keys.map(({ name }) => row[name] ?? null);
}

/** Lists the tables of this service with columns that may hold words or ids of members, and their primary keys. */
async function tablesOf(em: EntityManager): Promise<Table[]> {
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
