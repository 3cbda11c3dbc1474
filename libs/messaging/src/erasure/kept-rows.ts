import { EntityManager } from '@mikro-orm/postgresql';
import type { KeptRow } from '@warren/contracts';
import { createYield } from './bounded-look.ts';
import { Forgetting, noteOf } from './erased.ts';
import type { ErasedPassages } from './erased.ts';
import { changesOf, page, readPage, tablesOf } from './swept-tables.ts';
import type { Row, Table } from './swept-tables.ts';

/** Rows that are found at most. */
const most = 10_000;

/** The traces of one member as an erasure knows them; `texts` are texts of the member beyond the hashed passages. */
export function tracesOfMember(
  id: number,
  passages: ErasedPassages | undefined,
  texts: readonly string[] = [],
): Forgetting {
  return new Forgetting([noteOf([id], passages, texts)]);
}

/** Finds every row of this service that an erasure would change, but for those of the tables `except`; at most 10,000. */
export async function findKeptRows(
  em: EntityManager,
  traces: Forgetting,
  except: readonly string[] = [],
): Promise<KeptRow[]> {
  const found: KeptRow[] = [];
  const yieldToOthers = createYield();
  for (const table of (await tablesOf(em)).filter(({ name }) => !except.includes(name))) {
    let after: string[] | undefined;
    let rows: Row[];
    do {
      rows = await readPage(em, table, after);
      for (const row of rows) {
        await yieldToOthers();
        const changes = changesOf(table, row, traces);
        if (changes !== undefined) {
          found.push({ table: table.name, key: keyIn(table, row), columns: Object.keys(changes) });
        }
      }
      after = table.keys.map(({ name }) => String(rows.at(-1)?.[name]));
    } while (rows.length === page && found.length < most);
  }
  return found.slice(0, most);
}

function keyIn({ keys }: Table, row: Row): Record<string, string> {
  return Object.fromEntries(keys.map(({ name }) => [name, row[name] ?? '']));
}
