import { Readable } from 'node:stream';
import { openTable } from '../src/container/open-table.ts';
import type { MemberSource } from '../src/source/source.ts';
import type { RejectedRow, Row, Table } from '../src/table/table.ts';

/** A table with all its rows. */
export interface ReadTable {
  table: Table;
  names: string[];
  rows: Row[];
  rejected: [line: number, reason: string][];
  /** The filled cells of each row by the names of their columns. */
  records: Record<string, unknown>[];
}

/** A source of the given bytes, cut into pieces of `size` bytes, so that lines and characters are split. */
export function sourceInPieces(content: string | Uint8Array, size = 7): MemberSource {
  const bytes = Buffer.from(content);
  return {
    open: () =>
      Readable.from(
        (function* pieces() {
          for (let at = 0; at < bytes.length; at += size) {
            yield bytes.subarray(at, at + size);
          }
        })(),
        { objectMode: false },
      ),
  };
}

/** Opens a content as a table and reads its rows. */
export async function readTable(
  content: string | Uint8Array,
  size = content.length > 50_000 ? 65_536 : 7,
): Promise<ReadTable> {
  const table = await openTable(sourceInPieces(content, size));
  const { rows, rejected } = await rowsOf(table);
  const names = table.headings.map(({ name }) => name);
  const records = rows.map(({ cells }) =>
    Object.fromEntries(
      names.flatMap((name, at) => {
        const cell = cells[at];
        return cell === undefined || cell === '' ? [] : [[name, cell]];
      }),
    ),
  );
  return { table, names, rows, rejected, records };
}

/** All rows of a table. */
export async function rowsOf(table: Table): Promise<{ rows: Row[]; rejected: [number, string][] }> {
  const rows: Row[] = [];
  const rejected: [number, string][] = [];
  for await (const batch of table.rows()) {
    for (const row of batch as readonly (Row | RejectedRow)[]) {
      if ('rejected' in row) {
        rejected.push([row.line, row.rejected.reason]);
      } else {
        rows.push(row);
      }
    }
  }
  return { rows, rejected };
}
