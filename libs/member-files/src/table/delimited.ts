import { parse } from 'csv-parse/sync';
import type { MemberSource } from '../source/source.ts';
import { textOf } from '../source/text.ts';
import { tableOfGrid } from './grid.ts';
import type { Table } from './table.ts';

/** A text of separated values as a table: the separator is the one that the first line has most of. */
export async function openDelimited(source: MemberSource): Promise<Table> {
  let text = '';
  for await (const piece of textOf(source.open())) {
    text += piece;
  }
  const [first = ''] = text.split('\n', 1);
  const [delimiter = ','] = [',', ';', '\t'].toSorted(
    (a, b) => first.split(b).length - first.split(a).length,
  );
  const grid = parse(text, { delimiter, relax_column_count: true });
  return { ...tableOfGrid(grid, 'CSV', 'row'), position: 'line' };
}
