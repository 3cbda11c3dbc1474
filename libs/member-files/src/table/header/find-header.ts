import { commonShape, isHeadingText, shapeOf } from './shapes.ts';
import { subheaderOf } from './subheader.ts';
import type { Subheader } from './subheader.ts';

/** Where the header of a table is, in its sampled rows. */
export interface Header {
  /** Number of rows above it. */
  skipped: number;
  /** Its rows: none where the first row is data already. */
  rows: readonly (readonly string[])[];
  /** How its lower rows belong to the first. */
  subheader: Subheader | undefined;
  /** Number of columns. */
  width: number;
}

/** Rows above a header are few: beyond them a table has none. */
const furthest = 40;

/**
 * Finds the header in the first rows of a table: the first row that is nearly as wide as the table, of texts that are no
 * addresses, numbers or dates and unlike the values below them. Titles and remarks above it are narrower.
 */
export function headerOf(rows: readonly (readonly string[])[]): Header {
  const width = widthOf(rows);
  const filled = rows.slice(0, furthest).map((row) => row.filter((cell) => cell !== '').length);
  const widest = Math.max(...filled);
  for (const [index, row] of rows.slice(0, furthest).entries()) {
    const below = rows.slice(index + 1);
    const subheader = subheaderOf(row, below, width);
    const isWide = (filled[index] ?? 0) >= Math.min(widest, Math.max(2, width / 2));
    if (subheader === undefined && (!isWide || isTitle(row, index, filled, width))) {
      continue;
    }
    if (subheader === undefined && !isHeader(row, below)) {
      return {
        skipped: index,
        rows: [],
        subheader: undefined,
        width: Math.max(...rows.slice(index).map(lastFilled)),
      };
    }
    const later = subheader === undefined ? laterHeader(below) : 0;
    if (later > 0) {
      const { skipped, ...found } = headerOf(rows.slice(index + later));
      return { skipped: skipped + index + later, ...found };
    }
    const height = 1 + (subheader?.rows ?? 0);
    const header = rows.slice(index, index + height);
    return { skipped: index, rows: header, subheader, width: columnsOf(header, below, width) };
  }
  return { skipped: 0, rows: [], subheader: undefined, width };
}

/** A summary of so many rows may stand above the table, with a header of its own. */
const mostSummary = 4;

/** How far below a header another one begins that has most of the rows: the list of people of a video call; 0 if none. */
function laterHeader(below: readonly (readonly string[])[]): number {
  const at = below.slice(0, mostSummary).findIndex((row) => {
    const cells = row.filter((cell) => cell !== '');
    const headings = cells.filter((cell) => shapeOf(cell) === 'text' && isHeadingText(cell));
    return headings.length >= 3 && headings.length >= 0.6 * cells.length;
  });
  const isMost = below.length - at - 1 >= 2 * (at + 1);
  return at > 0 && isMost ? at + 1 : 0;
}

/** Number of columns that at least a fifth of the rows fill: headings may be missing above some. */
function widthOf(rows: readonly (readonly string[])[]): number {
  const lengths = rows.map(lastFilled).toSorted((a, b) => b - a);
  return lengths[Math.min(lengths.length - 1, Math.max(1, Math.floor(lengths.length / 5)))] ?? 0;
}

/** Columns beyond the cells of a header are some only if nearly all rows have them: else their cells have slipped. */
function columnsOf(
  header: readonly (readonly string[])[],
  below: readonly (readonly string[])[],
  width: number,
): number {
  const wide = below.filter((row) => lastFilled(row) >= width).length;
  const isEven = below.length > 2 && wide >= below.length * 0.9;
  const named = Math.max(...header.map((row) => row.length));
  return Math.max(isEven ? width : Math.min(width, named), ...header.map(lastFilled));
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell !== '') + 1;
}

/** A narrower row directly above a wider one that is a header: "Event:,Summer camp" above "Name,Email,Skills". */
function isTitle(row: readonly string[], index: number, filled: readonly number[], width: number): boolean {
  const own = filled[index] ?? 0;
  const next = filled.slice(index + 1, index + 4).find((count) => count > own) ?? 0;
  return (
    width >= 3 && own <= 2 && next >= width * 0.8 && row.slice(0, 2).some((cell) => /:\s*$|\d{4}/.test(cell))
  );
}

function isHeader(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const isSeries = areCounted(row);
  const rest =
    row.length === 1
      ? below
      : below.filter((other) => other.some((cell, column) => cell !== '' && cell !== row[column]));
  let [forHeader, forData] = [0, 0];
  for (const [column, cell] of row.entries()) {
    const shape = shapeOf(cell);
    if (shape === 'empty') {
      continue;
    }
    if (shape === 'email') {
      return false;
    }
    const values = rest.map((other) => other[column] ?? '');
    const common = commonShape(values);
    if (shape === 'number' && isSeries) {
      continue;
    }
    if (shape !== 'text') {
      forData += common === shape || common === 'empty' ? 1 : 0;
    } else if (isHeadingText(cell) || (common !== 'text' && common !== 'empty')) {
      forHeader += 1;
    } else if (isListOf(cell, values)) {
      forData += 1;
    } else if (values.includes(cell)) {
      const isTick = values.includes('') && values.every((value) => value === '' || value === cell);
      forHeader += Number(isTick);
      forData += isTick ? 0 : 0.5;
    }
  }
  return rest.length === 0 && forData > 0 ? forHeader > 0 : forData === 0 || forHeader >= forData;
}

/** Returns whether a cell is a list whose entries come again below it: "baking, sewing" above "sewing, chess". */
function isListOf(cell: string, values: readonly string[]): boolean {
  const entries = partsOf(cell);
  if (entries.length < 2) {
    return false;
  }
  const below = new Set(values.flatMap(partsOf));
  return entries.every((entry) => below.has(entry));
}

function partsOf(text: string): string[] {
  return text
    .split(/[,;|]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}

/** Headings may be numbers where they count: years, weeks, the grades of a scale. */
function areCounted(row: readonly string[]): boolean {
  const numbers = row.filter((cell) => /^\d{1,4}$/.test(cell)).map(Number);
  return (
    numbers.length > 1 &&
    numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1)
  );
}
