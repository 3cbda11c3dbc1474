import { MemberFileInvalid } from '../../source/source.ts';
import { tableOfGrid } from '../../table/grid.ts';
import type { Table } from '../../table/table.ts';
import type { Sheet } from './sheet.ts';

/** A sheet with what speaks for its being the table of the members. */
interface Candidate {
  sheet: Sheet;
  /** Rows below the first that have at least two filled cells. */
  rows: number;
  ranking: number[];
}

/**
 * The table of the sheet that looks most like a list of members; the notes name the others.
 * @throws MemberFileInvalid if no sheet has a filled cell
 */
export function tableOfSheets(sheets: readonly Sheet[], workbook: string): Table {
  const filled = sheets.filter(({ grid }) => grid.some((row) => row.some((cell) => cell !== '')));
  const [best, ...others] = filled.map(candidateOf).toSorted((a, b) => compare(b.ranking, a.ranking));
  if (best === undefined) {
    throw new MemberFileInvalid(
      `${workbook} has no filled cell: its sheet must have a row of headings and a row for each member`,
    );
  }
  const table = tableOfGrid(best.sheet.grid, `sheet "${best.sheet.name}" of ${workbook}`, 'row');
  if (others.length > 0) {
    const left = filled
      .flatMap((sheet) => others.filter((other) => other.sheet === sheet))
      .map(({ sheet, rows }) => `"${sheet.name}" (${rows} ${rows === 1 ? 'row' : 'rows'})`);
    table.notes.unshift(
      `Of ${filled.length} sheets, "${best.sheet.name}" is read (${best.rows} ${best.rows === 1 ? 'row' : 'rows'}); ` +
        `not read: ${left.join(', ')}.`,
    );
  }
  return table;
}

const nameWords =
  /\b(?:(?:first|last|full|given|family|sur|user)?[ _-]?name|(?:vor|nach)name|nom|pr[ée]nom|nombre|nome|naam)\b/i;
const addressWords = /e-?mail|\bmail\b/i;
const address = /^\S+@\S+\.\S+$/;

function candidateOf(sheet: Sheet): Candidate {
  const rows = sheet.grid.slice(1).filter((row) => filledCells(row) >= 2);
  const head = sheet.grid.slice(0, 10);
  const hasAddress =
    head.some((row) => row.some((cell) => addressWords.test(cell))) ||
    rows.slice(0, 200).some((row) => row.some((cell) => address.test(cell)));
  const hasName = head.some((row) => row.some((cell) => cell.length < 40 && nameWords.test(cell)));
  const cells = rows.reduce((sum, row) => sum + filledCells(row), 0);
  return {
    sheet,
    rows: rows.length,
    ranking: [
      Number(rows.length > 0),
      Number(!sheet.isHidden),
      2 * Number(hasAddress) + Number(hasName),
      cells,
    ],
  };
}

function filledCells(row: readonly string[]): number {
  return row.reduce((sum, cell) => sum + Number(cell !== ''), 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
