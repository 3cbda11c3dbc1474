import type { Cell, RejectedRow, Row } from '../table/table.ts';

/**
 * Rows of a file in a form that is sent to another thread in little time: all texts of a column as one. Its arrays are to
 * be transferred.
 */
export interface PackedRows {
  /** Where each row begins. */
  lines: Uint32Array<ArrayBuffer>;
  columns: PackedColumn[];
  /** Rows among them that could not be read. */
  rejected: RejectedRow[];
}

/** The cells of a column. */
interface PackedColumn {
  /** What each cell is. */
  kinds: Uint8Array<ArrayBuffer>;
  /** All texts, one after another. */
  text: string;
  /** The length of each text; before those of a list their number. */
  lengths: Uint32Array<ArrayBuffer>;
  /** The values that are neither texts nor lists of texts. */
  others: Cell[];
}

/** What a cell is: not there, a text, a list of texts, or any other value. */
const cellKind = { absent: 0, text: 1, texts: 2, other: 3 } as const;

/** Packs rows of a table. */
export function packRows(rows: readonly (Row | RejectedRow)[]): PackedRows {
  const rejected: RejectedRow[] = [];
  const read: Row[] = [];
  let columns = 0;
  for (const row of rows) {
    if ('rejected' in row) {
      rejected.push(row);
    } else {
      read.push(row);
      columns = Math.max(columns, row.cells.length);
    }
  }
  return {
    lines: Uint32Array.from(read, ({ line }) => line),
    columns: Array.from({ length: columns }, (_, at) => packColumn(read, at)),
    rejected,
  };
}

/** The rows that were packed, those that could not be read first. */
export function unpackRows({ lines, columns, rejected }: PackedRows): (Row | RejectedRow)[] {
  const readers = columns.map(cellReader);
  const rows: (Row | RejectedRow)[] = [...rejected];
  for (const [at, line] of lines.entries()) {
    const cells: Cell[] = [];
    for (const read of readers) {
      cells.push(read(at));
    }
    rows.push({ line, cells });
  }
  return rows;
}

/** The memory of packed rows that is handed over rather than copied. */
export function transferred({ lines, columns }: PackedRows): ArrayBuffer[] {
  return [lines.buffer, ...columns.flatMap(({ kinds, lengths }) => [kinds.buffer, lengths.buffer])];
}

function packColumn(rows: readonly Row[], column: number): PackedColumn {
  const kinds = new Uint8Array(rows.length);
  const texts: string[] = [];
  const lengths: number[] = [];
  const others: Cell[] = [];
  for (const [at, { cells }] of rows.entries()) {
    const cell = cells[column];
    if (typeof cell === 'string') {
      kinds[at] = cellKind.text;
      texts.push(cell);
      lengths.push(cell.length);
    } else if (isTexts(cell)) {
      kinds[at] = cellKind.texts;
      lengths.push(cell.length);
      for (const entry of cell) {
        texts.push(entry);
        lengths.push(entry.length);
      }
    } else if (cell !== undefined) {
      kinds[at] = cellKind.other;
      others.push(cell);
    }
  }
  return { kinds, text: texts.join(''), lengths: Uint32Array.from(lengths), others };
}

function isTexts(cell: Cell): cell is string[] {
  if (!Array.isArray(cell)) {
    return false;
  }
  for (const entry of cell) {
    if (typeof entry !== 'string') {
      return false;
    }
  }
  return true;
}

/** Reads the cells of a column one after another. */
function cellReader({ kinds, text, lengths, others }: PackedColumn): (at: number) => Cell {
  let length = 0;
  let start = 0;
  let other = 0;
  const next = (): string => {
    const end = start + (lengths[length] ?? 0);
    const entry = text.slice(start, end);
    length += 1;
    start = end;
    return entry;
  };
  return (at) => {
    switch (kinds[at]) {
      case cellKind.text:
        return next();
      case cellKind.texts: {
        const size = lengths[length] ?? 0;
        length += 1;
        const list: string[] = [];
        while (list.length < size) {
          list.push(next());
        }
        return list;
      }
      case cellKind.other:
        other += 1;
        return others[other - 1];
      default:
        return undefined;
    }
  };
}
