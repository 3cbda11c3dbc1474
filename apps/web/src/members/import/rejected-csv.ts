import type { RejectedLine } from '@warren/contracts';
import { stringify } from 'csv-stringify/browser/esm/sync';

/** The lines, and fields of lines, that were not taken, with what to change. A cell that a spreadsheet would run as a formula is marked as text. */
export function rejectedAsCsv(rejected: readonly RejectedLine[]): string {
  const rows = rejected.map(({ taken, ...rest }) => ({
    ...rest,
    member: taken ? 'taken without it' : 'not taken',
  }));
  return stringify(rows, {
    header: true,
    columns: ['line', 'field', 'member', 'reason'],
    // Excel takes a file without it for one of its own code pages
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
