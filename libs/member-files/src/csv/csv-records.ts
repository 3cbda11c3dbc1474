import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse/sync';
import { LineCursor } from '../source/lines.ts';
import type { Line } from '../source/lines.ts';
import { longestRecord, tooLong } from '../source/source.ts';
import { separatorName } from './separators.ts';

/** The cells of one record and the physical line it starts on, or the reason why it cannot be read. */
type CsvRecord = { line: number; cells: string[] } | { line: number; problem: string };

/** Number of complete lines passed to csv-parse at once: its set-up costs more than a line. */
const batch = 100;

const neverClosed = 'opens a quote that never closes: close it, or double a quote that is meant as text ("")';

/**
 * Splits a file into records and cells. The first record is the header, and no other may be wider; empty cells at the end
 * of a record may be omitted. After a first line `sep=;` the header is the next line. A quoted cell may span several lines;
 * if its quote never closes, only the line with the opening quote is rejected and reading continues with the next line,
 * so that a stray quote swallows no good line.
 */
export async function* csvRecords(
  stream: Readable,
  { delimiter, hasSeparatorLine }: { delimiter: string; hasSeparatorLine: boolean },
): AsyncGenerator<CsvRecord> {
  const lines = new LineCursor(stream);
  const cells = new CellReader(delimiter);
  const whole: { number: number; text: string }[] = [];
  try {
    if (hasSeparatorLine) {
      await lines.next();
    }
    for (let line = await lines.next(); line !== undefined; line = await lines.next()) {
      const { number, text } = line;
      if (text !== null && quotesAreEven(text)) {
        if (text.trim() !== '') {
          whole.push({ number, text });
        }
        if (whole.length < batch && cells.width !== undefined) {
          continue;
        }
      }
      yield* cells.ofLines(whole.splice(0));
      if (text === null) {
        yield { line: number, problem: tooLong };
      } else if (!quotesAreEven(text)) {
        yield await quotedRecord(number, text, lines, cells);
      }
    }
    yield* cells.ofLines(whole);
  } finally {
    await lines.close();
  }
}

/** Reads a record whose first line leaves a quote open: consumes lines until it closes, or puts them back. */
async function quotedRecord(
  number: number,
  first: string,
  lines: LineCursor,
  cells: CellReader,
): Promise<CsvRecord> {
  const taken: Line[] = [];
  let text = first;
  for (;;) {
    const line = await lines.next();
    if (line !== undefined) {
      taken.push(line);
    }
    if (line === undefined || line.text === null || text.length + line.text.length >= longestRecord) {
      lines.putBack(taken);
      return { line: number, problem: neverClosed };
    }
    text += `\n${line.text}`;
    if (!quotesAreEven(line.text)) {
      break;
    }
  }
  // A quote that closes in the wrong place leaves a record that is too short.
  const record = cells.of(number, text, true);
  if ('problem' in record) {
    lines.putBack(taken);
  }
  return record;
}

function quotesAreEven(text: string): boolean {
  let even = true;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    even = !even;
  }
  return even;
}

class CellReader {
  /** Number of cells of the header, once it was read. */
  width: number | undefined;
  private readonly delimiter: string;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /** Parses complete lines: together if all are well-formed, else one by one. */
  ofLines(lines: readonly { number: number; text: string }[]): CsvRecord[] {
    if (lines.length === 0) {
      return [];
    }
    if (lines.length > 1) {
      const rows = this.parse(lines.map((line) => line.text).join('\n'));
      if (Array.isArray(rows) && rows.length === lines.length) {
        return rows.map((cells, index) => this.checked(lines[index]?.number ?? 0, cells));
      }
    }
    return lines.map((line) => this.of(line.number, line.text));
  }

  /** Parses the one record of a text; a `whole` one must have as many cells as the header. */
  of(line: number, text: string, whole = false): CsvRecord {
    const rows = this.parse(text);
    if (!Array.isArray(rows)) {
      return { line, problem: rows.problem };
    }
    const [cells] = rows;
    if (cells === undefined || rows.length > 1) {
      return { line, problem: 'is not one CSV record' };
    }
    return this.checked(line, cells, whole);
  }

  private parse(text: string): string[][] | { problem: string } {
    try {
      return parse(text, {
        delimiter: this.delimiter,
        trim: true,
        relax_column_count: true,
        record_delimiter: '\n',
      });
    } catch (error) {
      if (!(error instanceof CsvError)) {
        throw error;
      }
      return { problem: problemOf(error) };
    }
  }

  private checked(line: number, cells: string[], whole = false): CsvRecord {
    const last = cells.findLastIndex((cell) => cell !== '') + 1;
    this.width ??= last;
    const isShort = whole && cells.length < this.width;
    if (isShort || last > this.width) {
      const more = isShort
        ? 'is a line break or a cell missing?'
        : `name every column in the header, or put quotes around a cell with a ${separatorName(this.delimiter)} in it`;
      return {
        line,
        problem: `has ${Math.max(last, cells.length)} cells where the header has ${this.width}: ${more}`,
      };
    }
    return { line, cells: cells.slice(0, this.width) };
  }
}

function problemOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return neverClosed;
    case 'INVALID_OPENING_QUOTE':
      return 'has a quote inside a cell without quotes: put the cell in quotes and double the quote ("")';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'has text after a closing quote: double a quote that is meant as text ("")';
    default:
      return `is not valid CSV (${error.message})`;
  }
}
