import { delimiterName, dialectOf, oneColumn, otherDelimiter } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { layoutSample } from './layout.ts';
import { RecordSplitter } from './record-splitter.ts';
import type { Marks, TextRow } from './record-splitter.ts';
import { sampleRows } from './sample-rows.ts';
import type { RejectedRow } from './table.ts';

/** The marks within lines that stand in quotes as a whole, as a table does that was exported twice; undefined for others. */
export function dialectWithin(text: string, whole: Dialect, isWhole: boolean): Dialect | undefined {
  if (whole.delimiter !== oneColumn || !text.startsWith('"')) {
    return undefined;
  }
  const lines = rowsOf(text, whole, isWhole).map(({ cells }) => cells[0] ?? '');
  const inner = dialectOf(lines.filter((line) => !line.includes('\n')).join('\n'), true);
  return lines[0]?.includes(inner.delimiter) === true ? inner : undefined;
}

/** Splits the cell that a whole line is. */
export function unwrapper(
  marks: Marks,
  width?: number,
): (row: TextRow | RejectedRow) => TextRow | RejectedRow {
  return (row) => {
    const [split] = 'cells' in row ? new RecordSplitter(marks, width).push(row.cells[0] ?? '', true) : [row];
    return split === undefined ? row : { ...split, line: row.line };
  };
}

/** The first rows of a text, by which its header is found; a header with another delimiter is split by that. */
export function firstRows(
  text: string,
  whole: Dialect,
  inner: Dialect | undefined,
  isWhole: boolean,
  notes: string[],
): TextRow[] {
  const rows = rowsOf(text, whole, isWhole);
  if (inner !== undefined) {
    return rows.map(unwrapper(inner)).filter((row) => 'cells' in row);
  }
  const at = rows.findIndex(
    (row, index) => row.cells.length === 1 && (rows[index + 1]?.cells.length ?? 0) > 1,
  );
  const [header, below] = [rows[at], rows[at + 1]];
  if (header === undefined || below === undefined) {
    return rows;
  }
  const delimiter = otherDelimiter(header.cells[0] ?? '', below.cells.length, whole.delimiter);
  if (delimiter === undefined) {
    return rows;
  }
  const split = unwrapper({ ...whole, delimiter })(header);
  if (!('cells' in split)) {
    return rows;
  }
  notes.push(
    `The header is separated by ${delimiterName(delimiter)}, and the lines below it by ${delimiterName(whole.delimiter)}.`,
  );
  return rows.with(at, split);
}

function rowsOf(text: string, dialect: Dialect, isWhole: boolean): TextRow[] {
  const { rows } = sampleRows(text, dialect, isWhole, layoutSample + 1);
  return rows.slice(Number(dialect.hasSeparatorLine)).slice(0, layoutSample);
}
