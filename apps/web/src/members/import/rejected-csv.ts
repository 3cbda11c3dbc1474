import { stringify } from 'csv-stringify/browser/esm/sync';
import type { RejectedLine } from '@warren/contracts';

/** Writes the rejected lines and fields as CSV, with what to change. Cells that a spreadsheet would run as a formula are escaped. */
export function rejectedAsCsv(rejected: readonly RejectedLine[]): string {
  const rows = rejected.map(({ taken, ...rest }) => ({
    ...rest,
    member: taken ? 'taken without it' : 'not taken',
  }));
  return stringify(rows, {
    header: true,
    columns: ['line', 'field', 'member', 'reason'],
    // without it Excel assumes one of its own code pages
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
