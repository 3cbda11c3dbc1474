import type { SensitiveWords, Vocabulary } from '@warren/facets';
import { PartReader } from '@warren/member-files';
import type { PartSummary, RejectedRow, Row, RowPlan } from '@warren/member-files';
import { PartTable } from './part-table.ts';
import type { TablePart } from './part-table.ts';

/** A part of a file as its reader gives it. */
export interface PartRead {
  summary: PartSummary;
  table: TablePart;
}

/** Reads parts of a file into parts of a table, on this thread. */
export class Reader {
  private readonly rows: PartReader;
  private readonly table: PartTable;

  constructor(plan: RowPlan, vocabulary: Vocabulary, sensitive: SensitiveWords) {
    this.rows = new PartReader(plan);
    this.table = new PartTable(vocabulary, sensitive);
  }

  read(part: readonly (Row | RejectedRow)[]): PartRead {
    const { members, summary } = this.rows.read(part);
    return { summary, table: this.table.part(members) };
  }
}
