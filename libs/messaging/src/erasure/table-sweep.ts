import { EntityManager } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import { createYield } from './bounded-look.ts';
import { Forgetting } from './erased.ts';
import { changesOf, emptyOf, isRow, keyOf, page, readPage, selected, tablesOf } from './swept-tables.ts';
import type { Row, Table } from './swept-tables.ts';

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

function given(type: string): string {
  if (type.endsWith('[]')) {
    return `array(select item::${type.slice(0, -2)} from jsonb_array_elements_text(?::jsonb) with ordinality as given (item, place) order by place)`;
  }
  return type.startsWith('json') ? `?::${type}` : '?';
}
