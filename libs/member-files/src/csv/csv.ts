import type { MemberField } from '@warren/contracts';
import { listFields } from '../fields/columns.ts';
import { rejectLine } from '../source/source.ts';
import type { MemberSource, ReadLine } from '../source/source.ts';
import { csvRecords } from './csv-records.ts';
import { tableOf } from './csv-table.ts';
import type { Table } from './csv-table.ts';

/** Number of records sampled to detect what separates the entries of a list. */
const sampleSize = 5_000;

/**
 * Reads a table with a header line; list cells become lists. Each record has a value for every column of the file: an
 * empty cell is an empty text, and so is one omitted at the end of a row.
 */
export async function* readCsv(source: MemberSource): AsyncGenerator<ReadLine> {
  const table = await tableOf(source);
  const usesOwnSeparator = await columnsWithOwnSeparator(source, table);
  let width: number | undefined;
  for await (const read of csvRecords(source.open(), table)) {
    if ('problem' in read) {
      yield rejectLine(read.line, read.problem);
    } else if (width === undefined) {
      width = read.cells.length;
    } else {
      const record = recordOf(read.cells, table.columns, usesOwnSeparator);
      if (!Object.values(record).some((cell) => cell !== '')) {
        continue;
      }
      yield isBroken(record, read.cells.length, width)
        ? rejectLine(
            read.line,
            `has ${read.cells.length} cells where the header has ${width}: is a line break or a cell missing?`,
          )
        : { line: read.line, record };
    }
  }
}

/**
 * Returns whether a row is the rest of another one: it is short and begins with words. Rows may omit empty last cells.
 */
function isBroken(record: Record<string, unknown>, cells: number, width: number): boolean {
  const { external_id, email = '' } = record;
  return cells < width && email === '' && typeof external_id === 'string' && /\s/.test(external_id);
}

/**
 * The list columns whose entries are mostly separated by `;` or `|`, so that a comma is part of an entry. A single cell
 * with semicolons does not decide this if most cells with several entries use commas.
 */
async function columnsWithOwnSeparator(source: MemberSource, table: Table): Promise<Set<MemberField>> {
  const counts = new Map(
    listFields.filter((field) => table.columns.has(field)).map((field) => [field, { own: 0, comma: 0 }]),
  );
  if (counts.size === 0) {
    return new Set();
  }
  let records = 0;
  for await (const read of csvRecords(source.open(), table)) {
    if ('problem' in read) {
      continue;
    }
    records += 1;
    if (records === 1) {
      continue;
    }
    for (const [field, count] of counts) {
      const cell = read.cells[table.columns.get(field) ?? -1] ?? '';
      if (/[;|]/.test(cell)) {
        count.own += 1;
      } else if (cell.includes(',')) {
        count.comma += 1;
      }
    }
    if (records > sampleSize) {
      break;
    }
  }
  return new Set([...counts].filter(([, { own, comma }]) => own > 0 && own >= comma).map(([field]) => field));
}

function recordOf(
  cells: readonly string[],
  columns: ReadonlyMap<MemberField, number>,
  usesOwnSeparator: ReadonlySet<MemberField>,
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [field, index] of columns) {
    const cell = cells[index]?.trim() ?? '';
    const isList = cell !== '' && listFields.includes(field);
    record[field] = isList ? splitCell(cell, usesOwnSeparator.has(field)) : cell;
  }
  return record;
}

/** Splits a list cell on `;` and `|`, or on commas if it has neither and its column does not use them. */
function splitCell(cell: string, usesOwnSeparator: boolean): string[] {
  return cell
    .split(usesOwnSeparator || /[;|]/.test(cell) ? /[;|]/ : ',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
