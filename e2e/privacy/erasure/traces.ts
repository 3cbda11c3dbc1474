import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { System } from '@warren/testing';
import { rowsOf } from '../../support.ts';

const Table = z.object({ schema: z.string(), name: z.string() });
const Row = z.object({ text: z.string() });

/** Traces of a person: id and identities, and every passage of four words that they wrote. */
interface Traces {
  texts: string[];
  passages: ReadonlySet<string>;
}

/** Derives the traces of a person. */
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

/** Finds the traces in a text; a number matches only without a digit beside it. */
export function tracesIn(text: string, { texts, passages: wanted }: Traces): string[] {
  const found = texts.filter((trace) =>
    new RegExp(`(?<!\\d)${trace.replaceAll('.', '\\.')}(?!\\d)`).test(text),
  );
  return [...found, ...passages(text).filter((passage) => wanted.has(passage))];
}

/** Finds traces in all columns of all tables of all schemas. */
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

/** Finds traces in the bytes of all files below a folder. */
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
