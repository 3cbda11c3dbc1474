import { MemberFileInvalid } from '../source/source.ts';
import type { Layout } from './data-rows.ts';
import { headerOf } from './header/find-header.ts';
import type { Header } from './header/find-header.ts';
import { headingsOf } from './header/headings.ts';
import type { TextRow } from './record-splitter.ts';
import type { Heading } from './table.ts';

/** More columns than any table of people has. */
const mostColumns = 5_000;

/** Rows by which a header is told from data and options from other columns. */
export const layoutSample = 400;

/**
 * Finds header and columns by the first rows of a table.
 * @throws MemberFileInvalid if there is no row, or there are too many columns
 */
export function layoutOf(rows: readonly TextRow[]): {
  layout: Layout;
  headings: Heading[];
  notes: string[];
  sample: string[][];
} {
  const header = withRowNames(headerOf(rows.map((row) => row.cells)), rows);
  if (header.width === 0) {
    throw new MemberFileInvalid(
      'the file is empty: its first line must name the columns, with a member on each line below',
    );
  }
  if (header.width > mostColumns) {
    throw new MemberFileInvalid(
      `the file has ${header.width} columns, and at most ${mostColumns} can be read: leave out those that say nothing about members`,
    );
  }
  const height = header.rows.length;
  const below = rows.slice(header.skipped + height);
  const sample = below.map((row) => row.cells);
  const headings = headingsOf(header, sample);
  const last = rows[header.skipped + height - 1];
  const firstLine = last === undefined ? 1 : last.line + 1;
  return {
    layout: { header, firstLine },
    headings,
    notes: notesOf(rows, header.skipped, height, below.length),
    sample,
  };
}

/** R writes the names of rows, 1 and on, in a first column without a heading, and no delimiter for it. */
function withRowNames(header: Header, rows: readonly TextRow[]): Header {
  const [top] = header.rows;
  const below = rows.slice(header.skipped + 1).map(({ cells }) => cells);
  const isNamed =
    top !== undefined &&
    header.rows.length === 1 &&
    below.length > 1 &&
    below.every((cells) => cells.length === top.length + 1 && /^\d+$/.test(cells[0] ?? '')) &&
    below.every((cells, index) => index === 0 || Number(cells[0]) > Number(below[index - 1]?.[0]));
  return isNamed ? { ...header, rows: [['', ...top]], width: top.length + 1 } : header;
}

function notesOf(rows: readonly TextRow[], skipped: number, height: number, below: number): string[] {
  const notes: string[] = [];
  if (skipped > 0) {
    const first = (rows[0]?.cells ?? []).filter((cell) => cell !== '').join(' ');
    const text = `"${first.replaceAll(/\s+/g, ' ').slice(0, 60).toWellFormed()}"`;
    notes.push(
      skipped === 1
        ? `A line above the header was skipped: ${text}.`
        : `${skipped} lines above the header were skipped; the first is ${text}.`,
    );
  }
  if (height === 0) {
    notes.push('No line names the columns, so they are called "column 1", "column 2" and so on.');
  } else if (height > 1) {
    notes.push(`The header has ${height} lines.`);
  }
  if (below === 0) {
    notes.push('The file has a header and no members below it.');
  }
  return notes;
}
