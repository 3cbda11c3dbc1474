import type { MemberField } from '@warren/contracts';
import { fieldsOf } from '../fields/columns.ts';
import { csvRecords } from './csv-records.ts';
import { linesOf } from '../source/lines.ts';
import { separatorName, separators } from './separators.ts';
import { MemberFileInvalid, type MemberSource } from '../source/source.ts';

/** How a table is to be read: its separator, where its header stands, and which column is which field. */
export interface Table {
  delimiter: string;
  /** A first line `sep=;`, which tells spreadsheets the separator, is no header. */
  hasSeparatorLine: boolean;
  columns: Map<MemberField, number>;
}

/** A separator, and what the beginning of the file looks like with it. */
interface Trial {
  delimiter: string;
  names: string[];
  columns: Map<MemberField, number>;
  /** Share of the first records that have as many cells as the header. */
  fitting: number;
  /** Share of them that can be told apart: an address, or an id that holds no separator. */
  telling: number;
  /** Whether all of them are one cell, under a header of several. */
  isUnparted: boolean;
  /** Why the header cannot be read with it: that rules out the separator, not the file. */
  problem: string | undefined;
}

/** So many records are looked at to tell which separator it is. */
const sample = 200;

/**
 * Finds the separator with which the first records can be told apart, the header names the most fields, a column for
 * that among them, and the records are as wide as the header.
 * @throws MemberFileInvalid where there is none; it says what was tried
 */
export async function tableOf(source: MemberSource): Promise<Table> {
  const named = await namedSeparator(source);
  const trials: Trial[] = [];
  for (const delimiter of new Set([...(named === undefined ? [] : [named]), ...separators])) {
    trials.push(await tried(source, delimiter, named !== undefined));
  }
  const [best] = trials.toSorted((a, b) => {
    const difference = evidence(b, named).map((value, at) => value - (evidence(a, named)[at] ?? 0));
    return difference.find((value) => value !== 0) ?? 0;
  });
  if (best === undefined || !isIdentifying(best)) throw new MemberFileInvalid(unreadable(trials, best));
  if (best.isUnparted && best.telling === 0) {
    throw new MemberFileInvalid(
      `the header is separated by ${separatorName(best.delimiter)}, and the lines below it are not: ` +
        'use one separator in the whole file',
    );
  }
  return { delimiter: best.delimiter, hasSeparatorLine: named !== undefined, columns: best.columns };
}

/** What speaks for a separator, the strongest first. */
function evidence(trial: Trial, named: string | undefined): number[] {
  return [
    Number(isIdentifying(trial)),
    Number(trial.delimiter === named),
    Number(trial.problem === undefined),
    trial.telling,
    trial.columns.size,
    trial.fitting,
    trial.names.length,
  ];
}

function isIdentifying({ columns }: Pick<Trial, 'columns'>): boolean {
  return columns.has('external_id') || columns.has('email');
}

async function namedSeparator(source: MemberSource): Promise<string | undefined> {
  for await (const { text } of linesOf(source.open())) {
    return /^\s*"?sep=([^\p{L}\p{N}"])"?\s*$/iu.exec(text ?? '')?.[1];
  }
  return undefined;
}

async function tried(source: MemberSource, delimiter: string, hasSeparatorLine: boolean): Promise<Trial> {
  let header: string[] | undefined;
  let columns = new Map<MemberField, number>();
  let records = 0;
  const seen = { fitting: 0, telling: 0, unparted: 0 };
  for await (const read of csvRecords(source.open(), { delimiter, hasSeparatorLine })) {
    if (header === undefined) {
      if ('problem' in read) {
        const problem = `line ${read.line} ${read.problem}`;
        return { ...nothing, delimiter, names: [], columns, problem };
      }
      header = read.cells;
      columns = fieldsOf(header);
      // with a separator that gives no header, the rows have nothing to add
      if (!isIdentifying({ columns })) break;
      continue;
    }
    records += 1;
    if (!('problem' in read)) {
      seen.fitting += Number(read.cells.length === header.length);
      seen.telling += Number(tellsApart(read.cells, columns));
      seen.unparted += Number(read.cells.length === 1 && header.length > 1);
    }
    if (records === sample) break;
  }
  const names = header ?? [];
  const problem = undefined;
  if (records === 0) return { ...nothing, delimiter, names, columns, problem };
  const [fitting, telling] = [seen.fitting / records, seen.telling / records];
  return { delimiter, names, columns, fitting, telling, isUnparted: seen.unparted === records, problem };
}

const nothing = { fitting: 0, telling: 0, isUnparted: false };

/** Whether a record has an address, or an id that holds nothing that might separate it from another cell. */
function tellsApart(cells: readonly string[], columns: ReadonlyMap<MemberField, number>): boolean {
  const cellOf = (field: MemberField): string => cells[columns.get(field) ?? -1]?.trim() ?? '';
  const id = cellOf('external_id');
  const isId = id !== '' && !separators.some((separator) => id.includes(separator));
  return isId || /^[^\s@,;|]+@[^\s@,;|]+\.[^\s@,;|]+$/.test(cellOf('email'));
}

function unreadable(trials: readonly Trial[], best: Trial | undefined): string {
  const tried = trials.map(({ delimiter }) => separatorName(delimiter));
  if (best?.problem !== undefined) {
    return `the header cannot be read, whichever separates its cells (tried: ${tried.join(', ')}): ${best.problem}`;
  }
  if (best === undefined || best.names.length === 0) {
    return 'the file is empty: its first line must name the columns';
  }
  const found = best.names.join(', ').slice(0, 300).toWellFormed();
  return (
    `the header has neither an external_id nor an email column (it has: ${found}; ` +
    `separators tried: ${tried.join(', ')}): name the column that tells members apart "external_id" or "email"`
  );
}
