import type { Table } from './table.ts';

/** A sheet of texts as a table: its first filled row is the header. */
export function tableOfGrid(grid: readonly (readonly string[])[], format: string, position: 'row'): Table {
  const header = grid.findIndex((row) => row.some((cell) => cell !== ''));
  return {
    format,
    position,
    headings: (grid[header] ?? []).map((text) => ({ name: text, text })),
    notes: [],
    // oxlint-disable-next-line typescript/require-await -- a table is read like a file
    async *rows() {
      const rows = grid.slice(header + 1).map((cells, at) => ({ line: header + 2 + at, cells }));
      yield rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    },
  };
}
