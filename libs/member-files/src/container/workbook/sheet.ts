import { MemberFileInvalid } from '../../source/source.ts';
import { mostCells, mostColumns, mostRows } from '../limits.ts';

/** A place that is merged over several rows: counted from 0, the last row included. */
export interface Merge {
  column: number;
  firstRow: number;
  lastRow: number;
}

/** A sheet of a workbook. `grid` has every row from the first on, blank ones included; its rows differ in length. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  grid: string[][];
}

/** Writes the text of each merged place into all its rows. */
export function fillMerges(grid: string[][], merges: readonly Merge[]): void {
  for (const { column, firstRow, lastRow } of merges) {
    const text = grid[firstRow]?.[column] ?? '';
    if (text === '') {
      continue;
    }
    for (let row = firstRow + 1; row <= lastRow && row < grid.length; row += 1) {
      const cells = grid[row] ?? [];
      while (cells.length <= column) {
        cells.push('');
      }
      cells[column] ||= text;
    }
  }
}

/**
 * Checks the size of a sheet before it is built.
 * @throws MemberFileInvalid if it is larger than a limit
 */
export function checkSize(name: string, rows: number, columns: number, cells = rows * columns): void {
  for (const [size, limit, unit] of [
    [rows, mostRows, 'rows'],
    [columns, mostColumns, 'columns'],
    [cells, mostCells, 'cells'],
  ] as const) {
    if (size > limit) {
      throw new MemberFileInvalid(
        `sheet "${name}" has more than ${limit.toLocaleString('en')} ${unit}: delete what is not about members, ` +
          'or save the sheet as CSV',
      );
    }
  }
}
