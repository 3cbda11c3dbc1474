import { openDelimited } from '../src/table/delimited.ts';
import type { Table } from '../src/table/table.ts';
import { sourceInPieces } from './tables.ts';

/** A table with all its rows: good ones as `[line, cells]`, rejected ones as `[line, reason]`. */
export interface ReadTable {
  format: string;
  names: string[];
  rows: [number, unknown[]][];
  rejected: [number, string][];
  notes: string[];
  table: Table;
}

/** Opens a delimited text and reads all its rows. */
export async function readDelimited(content: string | Buffer, size?: number): Promise<ReadTable> {
  return readTable(await openDelimited(sourceInPieces(content, size)));
}

/** Reads all rows of a table. */
export async function readTable(table: Table): Promise<ReadTable> {
  const rows: [number, unknown[]][] = [];
  const rejected: [number, string][] = [];
  for await (const batch of table.rows()) {
    for (const row of batch) {
      if ('rejected' in row) {
        rejected.push([row.line, row.rejected.reason]);
      } else {
        rows.push([row.line, [...row.cells]]);
      }
    }
  }
  const { format, headings, notes } = table;
  return { format, names: headings.map((heading) => heading.name), rows, rejected, notes, table };
}
