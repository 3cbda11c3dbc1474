import { dataRows } from './data-rows.ts';
import { layoutOf, layoutSample } from './layout.ts';
import type { TextRow } from './record-splitter.ts';
import type { Table } from './table.ts';

const batchSize = 500;

/**
 * Reads a table that is rows of text already, like a sheet: finds its header and leaves out what is no row of data. The
 * first row of the grid is row 1.
 * @throws MemberFileInvalid if no row has any text
 */
export function tableOfGrid(grid: readonly (readonly string[])[], format: string, position: 'row'): Table {
  const first: TextRow[] = [];
  for (let index = 0; index < grid.length && first.length < layoutSample; index += 1) {
    first.push(...filledRows(grid, index, index + 1));
  }
  const width = Math.max(0, ...first.map(({ cells }) => cells.length));
  const padded = first.map(({ line, cells }) => ({
    line,
    cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')],
  }));
  const { layout, headings, notes, sample } = layoutOf(padded);
  async function* batches(): AsyncGenerator<TextRow[]> {
    for (let start = 0; start < grid.length; start += batchSize) {
      yield await Promise.resolve(filledRows(grid, start, start + batchSize));
    }
  }
  return {
    format,
    position,
    headings,
    notes,
    rows: () => dataRows(batches(), layout, headings, sample, notes),
  };
}

function filledRows(grid: readonly (readonly string[])[], start: number, end: number): TextRow[] {
  return grid.slice(start, end).flatMap((row, index) => {
    const cells = row.map((cell) => cell.trim());
    return cells.some((cell) => cell !== '') ? [{ line: start + index + 1, cells }] : [];
  });
}
