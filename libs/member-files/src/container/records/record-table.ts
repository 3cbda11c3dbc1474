import type { RejectedRow, Row, Table } from '../../table/table.ts';
import { Flattener } from './flatten.ts';

/** A record of a file, or the rejection of its place. */
export type ReadRecord = { line: number; record: Record<string, unknown> } | RejectedRow;

/** Records whose keys are known before the first row is handed out. */
const sampleSize = 1_000;

interface RecordFile extends Pick<Table, 'format' | 'position' | 'notes'> {
  /** Reads the records from the beginning, in batches. */
  read: () => AsyncIterable<ReadRecord[]>;
  /** Text of the heading of a key, where it is not the key. */
  textOf?: (key: string) => string;
}

/**
 * The table of a file whose records name their own fields. A key that first appears while the rows are read is appended to
 * the headings then.
 */
export async function tableOfRecords({ format, position, notes, read, textOf }: RecordFile): Promise<Table> {
  const flattener = new Flattener(textOf);
  let sampled = 0;
  for await (const batch of read()) {
    for (const one of batch) {
      if ('record' in one) {
        flattener.cellsOf(one.record);
        sampled += 1;
      }
    }
    if (sampled >= sampleSize) {
      break;
    }
  }
  return {
    format,
    position,
    notes,
    headings: flattener.headings,
    async *rows() {
      for await (const batch of read()) {
        const rows: (Row | RejectedRow)[] = [];
        for (const one of batch) {
          rows.push('record' in one ? { line: one.line, cells: flattener.cellsOf(one.record) } : one);
        }
        yield rows;
      }
    },
  };
}

/** Rejects a whole line, item or card. */
export function rejectRow(line: number, reason: string): RejectedRow {
  return { line, rejected: { field: 'line', reason } };
}
