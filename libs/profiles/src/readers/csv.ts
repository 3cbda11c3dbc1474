import { fieldsOf, listFields, type MemberField } from './columns.ts';
import { csvRecords } from './csv-records.ts';
import { MemberFileInvalid, rejectedLine, type MemberSource, type ReadLine } from './source.ts';

interface Table {
  delimiter: string;
  columns: Map<MemberField, number>;
}

const delimiters = [',', ';', '\t'];

/** Reads a table with a header line; list cells become lists. */
export async function* readCsv(source: MemberSource): AsyncGenerator<ReadLine> {
  const table = await tableOf(source);
  const usesOwnMark = await columnsWithOwnMark(source, table);
  let isHeader = true;
  for await (const read of csvRecords(source.open(), table.delimiter)) {
    if ('problem' in read) yield rejectedLine(read.line, read.problem);
    else if (isHeader) isHeader = false;
    else {
      const record = recordOf(read.cells, table.columns, usesOwnMark);
      if (Object.keys(record).length > 0) yield { line: read.line, record };
    }
  }
}

/** Finds the delimiter that gives a header Warren can read. */
async function tableOf(source: MemberSource): Promise<Table> {
  let header: string[] = [];
  for (const delimiter of delimiters) {
    const names = await headerOf(source, delimiter);
    const columns = fieldsOf(names);
    if (columns.has('external_id') || columns.has('email')) return { delimiter, columns };
    if (names.length > header.length) header = names;
  }
  if (header.length === 0)
    throw new MemberFileInvalid('the file is empty: its first line must name the columns');
  throw new MemberFileInvalid(
    `the header has neither an external_id nor an email column (it has: ${header.join(', ').slice(0, 300)}): ` +
      'name the column that tells members apart "external_id" or "email"',
  );
}

async function headerOf(source: MemberSource, delimiter: string): Promise<string[]> {
  for await (const read of csvRecords(source.open(), delimiter)) {
    if ('problem' in read) throw new MemberFileInvalid(`the header (line ${read.line}) ${read.problem}`);
    return read.cells;
  }
  return [];
}

/** The list columns that use `;` or `|` anywhere in the file: only those tell a comma in an entry from a separator. */
async function columnsWithOwnMark(source: MemberSource, table: Table): Promise<Set<MemberField>> {
  const open = new Set(listFields.filter((field) => table.columns.has(field)));
  const found = new Set<MemberField>();
  if (open.size === 0) return found;
  let isHeader = true;
  for await (const read of csvRecords(source.open(), table.delimiter)) {
    if ('problem' in read) continue;
    if (isHeader) {
      isHeader = false;
      continue;
    }
    for (const field of open) {
      if (!/[;|]/.test(read.cells[table.columns.get(field) ?? -1] ?? '')) continue;
      found.add(field);
      open.delete(field);
    }
    if (open.size === 0) break;
  }
  return found;
}

function recordOf(
  cells: readonly string[],
  columns: ReadonlyMap<MemberField, number>,
  usesOwnMark: ReadonlySet<MemberField>,
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [field, index] of columns) {
    const cell = cells[index]?.trim() ?? '';
    if (cell === '') continue;
    record[field] = listFields.includes(field) ? splitCell(cell, usesOwnMark.has(field)) : cell;
  }
  return record;
}

/** Splits a list cell on `;` and `|`, or on commas where its column never uses either. */
function splitCell(cell: string, usesOwnMark: boolean): string[] {
  return cell
    .split(usesOwnMark ? /[;|]/ : ',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
