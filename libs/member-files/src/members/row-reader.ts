import type { Column, ColumnSample } from '../columns/column.ts';
import type { Cell } from '../table/table.ts';
import { readerOf } from './column-readers.ts';
import type { ColumnReader } from './column-readers.ts';
import { emptyDraft } from './draft.ts';
import type { Draft } from './draft.ts';

/** Reads rows by the plan of their columns. */
export class RowReader {
  private readonly readers: ColumnReader[];

  constructor(columns: readonly Column[], samples: readonly ColumnSample[]) {
    this.readers = columns.map((column, at) => readerOf(column, samples[at] ?? []));
  }

  /** Adds columns that only later rows have. */
  add(columns: readonly Column[], samples: readonly ColumnSample[]): void {
    this.readers.push(...columns.map((column, at) => readerOf(column, samples[at] ?? [])));
  }

  /** Reads a row; a cell that is undefined is not in the file. */
  read(line: number, cells: readonly Cell[]): Draft {
    const draft = emptyDraft(line);
    for (let at = 0; at < cells.length; at += 1) {
      if (cells[at] !== undefined) {
        this.readers[at]?.(cells[at], draft);
      }
    }
    return draft;
  }
}
