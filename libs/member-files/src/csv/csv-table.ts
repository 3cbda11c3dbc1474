import type { MemberField } from '@warren/contracts';
import { fieldsOf } from '../fields/columns.ts';
import { linesOf } from '../source/lines.ts';
import { MemberFileInvalid } from '../source/source.ts';
import type { MemberSource } from '../source/source.ts';
import { csvRecords } from './csv-records.ts';
import { separatorName, separators } from './separators.ts';

/** Layout of a table: its separator, the position of its header, and the column of each field. */
export interface Table {
  delimiter: string;
  /** True where a first line `sep=;`, which names the separator for spreadsheets, precedes the header. */
  hasSeparatorLine: boolean;
  columns: Map<MemberField, number>;
}

/** A candidate separator, and how the beginning of the file parses with it. */
interface Trial {
  delimiter: string;
  names: string[];
  columns: Map<MemberField, number>;
  /** Share of the sampled records that have as many cells as the header. */
  fitting: number;
  /** Share of them with an identity: an e-mail address, or an id that contains no separator. */
  identified: number;
  /** True where all of them are one cell, under a header of several. */
  isUnsplit: boolean;
  /** Reason why the header cannot be parsed with it: that rules out the separator, not the file. */
  problem: string | undefined;
}

/** Number of records sampled to detect the separator. */
const sampleSize = 200;

/**
 * Detects the separator: the one with which the header has an identifying column, most sampled records have an identity,
 * the header names most fields, and most records are as wide as the header.
 * @throws MemberFileInvalid if there is none; it says what was tried
 */
export async function tableOf(source: MemberSource): Promise<Table> {
  const named = await namedSeparator(source);
  const trials: Trial[] = [];
  for (const delimiter of new Set([...(named === undefined ? [] : [named]), ...separators])) {
    trials.push(await tryDelimiter(source, delimiter, named !== undefined));
  }
  const [best] = trials.toSorted((a, b) => {
    const difference = ranking(b, named).map((value, at) => value - (ranking(a, named)[at] ?? 0));
    return difference.find((value) => value !== 0) ?? 0;
  });
  if (best === undefined || !isIdentifying(best)) {
    throw new MemberFileInvalid(unreadable(trials, best));
  }
  if (best.isUnsplit && best.identified === 0) {
    throw new MemberFileInvalid(
      `the header is separated by ${separatorName(best.delimiter)}, and the lines below it are not: ` +
        'use one separator in the whole file',
    );
  }
  return { delimiter: best.delimiter, hasSeparatorLine: named !== undefined, columns: best.columns };
}

/** Criteria by which separators are ranked, the strongest first. */
function ranking(trial: Trial, named: string | undefined): number[] {
  return [
    Number(isIdentifying(trial)),
    Number(trial.delimiter === named),
    Number(trial.problem === undefined),
    trial.identified,
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

async function tryDelimiter(
  source: MemberSource,
  delimiter: string,
  hasSeparatorLine: boolean,
): Promise<Trial> {
  let header: string[] | undefined;
  let columns = new Map<MemberField, number>();
  let records = 0;
  const seen = { fitting: 0, identified: 0, unsplit: 0 };
  for await (const read of csvRecords(source.open(), { delimiter, hasSeparatorLine })) {
    if (header === undefined) {
      if ('problem' in read) {
        const problem = `line ${read.line} ${read.problem}`;
        return { ...nothing, delimiter, names: [], columns, problem };
      }
      header = read.cells;
      columns = fieldsOf(header);
      // with a separator that gives no identifying column, the rows cannot add anything
      if (!isIdentifying({ columns })) {
        break;
      }
      continue;
    }
    records += 1;
    if (!('problem' in read)) {
      seen.fitting += Number(read.cells.length === header.length);
      seen.identified += Number(hasIdentity(read.cells, columns));
      seen.unsplit += Number(read.cells.length === 1 && header.length > 1);
    }
    if (records === sampleSize) {
      break;
    }
  }
  const names = header ?? [];
  const problem = undefined;
  if (records === 0) {
    return { ...nothing, delimiter, names, columns, problem };
  }
  const [fitting, identified] = [seen.fitting / records, seen.identified / records];
  return { delimiter, names, columns, fitting, identified, isUnsplit: seen.unsplit === records, problem };
}

const nothing = { fitting: 0, identified: 0, isUnsplit: false };

/** Returns whether a record has an e-mail address, or an id without any possible separator in it. */
function hasIdentity(cells: readonly string[], columns: ReadonlyMap<MemberField, number>): boolean {
  const cellOf = (field: MemberField): string => cells[columns.get(field) ?? -1]?.trim() ?? '';
  const id = cellOf('external_id');
  const isId = id !== '' && !separators.some((separator) => id.includes(separator));
  return isId || /^[^\s@,;|]+@[^\s@,;|]+\.[^\s@,;|]+$/.test(cellOf('email'));
}

function unreadable(trials: readonly Trial[], best: Trial | undefined): string {
  const delimiters = trials.map(({ delimiter }) => separatorName(delimiter));
  if (best?.problem !== undefined) {
    return `the header cannot be read, whichever separates its cells (tried: ${delimiters.join(', ')}): ${best.problem}`;
  }
  if (best === undefined || best.names.length === 0) {
    return 'the file is empty: its first line must name the columns';
  }
  const found = best.names.join(', ').slice(0, 300).toWellFormed();
  return (
    `the header has neither an external_id nor an email column (it has: ${found}; ` +
    `separators tried: ${delimiters.join(', ')}): name the column that tells members apart "external_id" or "email"`
  );
}
