import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { System } from '@warren/testing';
import { rowsOf } from '../../support.ts';

const Table = z.object({ schema: z.string(), name: z.string() });
const Row = z.object({ text: z.string() });

/** What is looked for: a person's id and identities, and every passage of four words of what they wrote. */
interface Traces {
  texts: string[];
  passages: ReadonlySet<string>;
}

/** The traces of a person; a number is looked for with no digit beside it. */
export function tracesOf(identities: readonly (string | number)[], words: readonly string[]): Traces {
  return {
    texts: identities.map(String),
    passages: new Set(words.flatMap((text) => passages(text))),
  };
}

function passages(text: string): string[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}’']+/gu), ([word]) => word.toLowerCase());
  return words.slice(3).map((_word, at) => words.slice(at, at + 4).join(' '));
}

/** Which of the traces a text has. */
export function tracesIn(text: string, { texts, passages: wanted }: Traces): string[] {
  const found = texts.filter((trace) =>
    new RegExp(`(?<!\\d)${trace.replaceAll('.', '\\.')}(?!\\d)`).test(text),
  );
  return [...found, ...passages(text).filter((passage) => wanted.has(passage))];
}

/** Where in all tables of all schemas any of them stands, row by row, whatever the column. */
export async function placesInTables(system: System, traces: Traces): Promise<string[]> {
  const tables = await rowsOf(
    system,
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    Table,
  );
  const places: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await rowsOf(system, `select t::text as text from ${schema}.${name} t`, Row);
    for (const { text } of rows) {
      places.push(...tracesIn(text, traces).map((trace) => `${schema}.${name}: ${trace}`));
    }
  }
  return [...new Set(places)];
}

/** Where in the bytes of all files below a folder any of them stands. */
export async function placesInFiles(folder: string, traces: Traces): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const places: string[] = [];
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    const text = await readFile(path, 'latin1').catch(() => '');
    places.push(...tracesIn(text, traces).map((trace) => `${path}: ${trace}`));
  }
  return [...new Set(places)];
}
