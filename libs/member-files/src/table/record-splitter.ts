import { longestRecord, tooLong } from '../source/source.ts';
import { cleaned, cleanedQuoted } from './cell-text.ts';
import { looseCells } from './loose-quotes.ts';
import type { RejectedRow, Row } from './table.ts';

/** A record: its cells as text. */
export interface TextRow extends Row {
  cells: string[];
}

/** Marks of a delimited text. */
export interface Marks {
  /** One character; a line feed where there is only one column. */
  delimiter: string;
  quote: string;
}

const neverClosed = 'opens a quote that never closes: close it, or double a quote that is meant as text ("")';
const afterQuote = 'has text after a closing quote: double a quote that is meant as text ("")';

/** A file whose quotes never close would else be read once for each of its lines. */
const mostVain = 50_000_000;
const longestInBroken = 10_000;

/** What reading a record with quotes came to: its cells, that more text is needed, or where a quote is wrong. */
type Reading = { cells: string[]; end: number } | 'more' | { wrongAt: number };

const nowhere = Number.POSITIVE_INFINITY;

/**
 * Splits text into records and cells, piece by piece. Lines end in LF or CRLF. Blanks around a cell, outside its quotes, do
 * not belong to it. A quoted cell may span several lines. A quote within an unquoted cell is text. A quote that opens a
 * cell and never closes, or closes in the wrong place on a later line, rejects the line that it opens on, and reading
 * continues with the next. Records without any text are skipped.
 */
export class RecordSplitter {
  /** Number of records whose quotes were read loosely, or not at all. */
  irregular = 0;
  private readonly delimiter: string;
  private readonly quote: string;
  private readonly quoteCode: number;
  private readonly delimiterCode: number;
  private readonly width: number | undefined;
  private rest = '';
  private line = 1;
  private isSkipping = false;
  /** Last line that the last wrong quote reached. */
  private brokenUntil = 0;
  /** Characters read in vain in search of closing quotes. */
  private vain = 0;
  /** Characters that a record with quotes may have. */
  private longest = longestRecord;

  /** `width`: the number of columns, once it is known. */
  constructor({ delimiter, quote }: Marks, width?: number) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.quoteCode = quote.charCodeAt(0);
    this.delimiterCode = delimiter.charCodeAt(0);
    this.width = width;
  }

  /** Reads the next piece and returns the records that end in it; `isLast` returns all that is left. */
  push(piece: string, isLast = false): (TextRow | RejectedRow)[] {
    const rows: (TextRow | RejectedRow)[] = [];
    const text = this.rest === '' ? piece : this.rest + piece;
    let at = this.isSkipping ? this.endSkipping(text) : 0;
    let nextQuote = -1;
    let nextDelimiter = -1;
    while (at < text.length) {
      let end = text.indexOf('\n', at);
      if (end === -1) {
        if (text.length - at > longestRecord) {
          rows.push(rejected(this.line, tooLong));
          this.isSkipping = true;
          at = text.length;
          break;
        }
        if (!isLast) {
          break;
        }
        end = text.length;
      }
      if (nextQuote < at) {
        nextQuote = text.indexOf(this.quote, at);
        nextQuote = nextQuote === -1 ? nowhere : nextQuote;
      }
      if (end - at > longestRecord) {
        rows.push(rejected(this.line, tooLong));
        at = end + 1;
        this.line += 1;
        continue;
      }
      if (nextQuote < end) {
        const next = this.quoted(text, at, end, isLast, rows);
        if (next === undefined) {
          break;
        }
        at = next;
        continue;
      }
      const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      const cells: string[] = [];
      for (let start = at; ; start = nextDelimiter + 1) {
        if (nextDelimiter < start) {
          nextDelimiter = text.indexOf(this.delimiter, start);
          nextDelimiter = nextDelimiter === -1 ? nowhere : nextDelimiter;
        }
        if (nextDelimiter >= stop) {
          cells.push(cleaned(text, start, stop));
          break;
        }
        cells.push(cleaned(text, start, nextDelimiter));
      }
      if (!isBlank(cells)) {
        rows.push({ line: this.line, cells });
      }
      at = end + 1;
      this.line += 1;
    }
    this.rest = text.slice(at);
    return rows;
  }

  private endSkipping(text: string): number {
    const end = text.indexOf('\n');
    if (end === -1) {
      return text.length;
    }
    this.isSkipping = false;
    this.line += 1;
    return end + 1;
  }

  /** Reads the record at a place, whose first line has a quote; returns where the next one begins, or undefined if more text is needed. */
  private quoted(
    text: string,
    at: number,
    lineEnd: number,
    isLast: boolean,
    rows: (TextRow | RejectedRow)[],
  ): number | undefined {
    const reading = this.read(text, at, isLast);
    if (reading === 'more' && text.length - at <= this.longest) {
      return undefined;
    }
    const { line } = this;
    if (typeof reading === 'object' && 'cells' in reading && this.isTrusted(text, lineEnd, reading)) {
      this.line += reading.end <= lineEnd ? 1 : linesWithin(text, at, reading.end) + 1;
      if (line <= this.brokenUntil && this.isRemnant(reading.cells, text.slice(at, reading.end))) {
        rows.push(rejected(line, neverClosed));
      } else if (!isBlank(reading.cells)) {
        rows.push({ line, cells: reading.cells });
      }
      return reading.end + 1;
    }
    this.irregular += 1;
    this.line += 1;
    const wrongAt = typeof reading === 'object' && 'wrongAt' in reading ? reading.wrongAt : nowhere;
    this.vain += Math.min(wrongAt, text.length) - at;
    if (this.vain > mostVain) {
      this.longest = longestInBroken;
    }
    if (wrongAt < lineEnd) {
      const own = text.slice(at, lineEnd).trimEnd();
      const cells = looseCells(own, this.delimiter, this.quote, this.width);
      if (cells === undefined && own.split(this.quote).length % 2 === 0) {
        this.brokenUntil = line + 1;
      }
      rows.push(cells === undefined ? rejected(line, afterQuote) : { line, cells });
    } else {
      if (wrongAt !== nowhere) {
        this.brokenUntil = line + linesWithin(text, at, wrongAt);
      }
      rows.push(rejected(line, neverClosed));
    }
    return lineEnd + 1;
  }

  /**
   * A record over several lines is a good one unless its quote closed in the wrong place: it then lacks cells, and has
   * swallowed a line that is a record of its own.
   */
  private isTrusted(
    text: string,
    lineEnd: number,
    { cells, end }: { cells: string[]; end: number },
  ): boolean {
    if (end <= lineEnd || this.width === undefined || cells.length >= this.width) {
      return end - lineEnd <= this.longest;
    }
    for (let start = lineEnd + 1; start < end;) {
      const found = text.indexOf('\n', start);
      const stop = found === -1 ? text.length : found;
      if (text.slice(start, stop).split(this.delimiter).length >= this.width) {
        return false;
      }
      start = stop + 1;
    }
    return true;
  }

  /** Returns whether a short line is the rest of a record whose quotes were wrong: good lines do not open in mid-cell. */
  private isRemnant(cells: readonly string[], text: string): boolean {
    return this.width !== undefined && cells.length < this.width && text.split(this.quote).length % 2 === 0;
  }

  private read(text: string, from: number, isLast: boolean): Reading {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      let start = this.afterBlanks(text, at);
      // ="007" is how spreadsheets are told that a number is a text
      if (text.charCodeAt(start) === 61 && text.charCodeAt(start + 1) === this.quoteCode) {
        start += 1;
      }
      let end: number;
      if (text.charCodeAt(start) === this.quoteCode) {
        let isDoubled = false;
        let close = text.indexOf(this.quote, start + 1);
        while (close !== -1 && text.charCodeAt(close + 1) === this.quoteCode) {
          isDoubled = true;
          close = close - from > this.longest ? -1 : text.indexOf(this.quote, close + 2);
        }
        if (close === -1) {
          return isLast || text.length - from > this.longest ? { wrongAt: nowhere } : 'more';
        }
        end = this.afterBlanks(text, close + 1);
        if (text.charCodeAt(end) === 13) {
          end += 1;
        }
        if (end >= text.length && !isLast) {
          return 'more';
        }
        const code = text.charCodeAt(end);
        if (end < text.length && code !== 10 && code !== this.delimiterCode) {
          return { wrongAt: close };
        }
        const cell = text.slice(start + 1, close);
        cells.push(cleanedQuoted(isDoubled ? cell.replaceAll(this.quote + this.quote, this.quote) : cell));
      } else {
        end = at;
        while (end < text.length) {
          const code = text.charCodeAt(end);
          if (code === 10 || code === this.delimiterCode) {
            break;
          }
          end += 1;
        }
        if (end >= text.length && !isLast) {
          return 'more';
        }
        cells.push(cleaned(text, at, end));
      }
      if (end >= text.length || text.charCodeAt(end) === 10) {
        return { cells, end };
      }
      at = end + 1;
    }
  }

  private afterBlanks(text: string, from: number): number {
    let at = from;
    for (;;) {
      const code = text.charCodeAt(at);
      if ((code !== 32 && code !== 9 && code !== 0xa0) || code === this.delimiterCode) {
        return at;
      }
      at += 1;
    }
  }
}

function rejected(line: number, reason: string): RejectedRow {
  return { line, rejected: { field: 'line', reason } };
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) {
    if (cell !== '') {
      return false;
    }
  }
  return true;
}

function linesWithin(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
