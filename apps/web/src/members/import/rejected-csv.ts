import type { RejectedLine } from '@warren/contracts';
import { stringify } from 'csv-stringify/browser/esm/sync';

/** The lines that were not taken, with what to change. A cell that a spreadsheet would run as a formula is marked as text. */
export function rejectedAsCsv(rejected: readonly RejectedLine[]): string {
  return stringify([...rejected], {
    header: true,
    columns: ['line', 'field', 'reason'],
    // Excel takes a file without it for one of its own code pages
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
