import { headerOf } from './header/find-header.ts';
import { commonShape, isHeadingText } from './header/shapes.ts';
import type { Marks } from './record-splitter.ts';
import { sampleRows } from './sample-rows.ts';

/** How a delimited text is written. */
export interface Dialect extends Marks {
  /** True where a first line `sep=;` names the delimiter for spreadsheets. */
  hasSeparatorLine: boolean;
}

const names: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
  ':': 'colons',
  '^': 'carets',
  '\u001f': 'unit separators',
};

/** Delimiters in the order of preference; the last ones are taken only where all rows agree. */
const usual = [',', ';', '\t', '|'];
const unusual = ['\u001f', '^', ':'];

/** Stands for no delimiter: it never occurs within a line. */
export const oneColumn = '\n';

/** Name of a delimiter, as in "separated by commas". */
export function delimiterName(delimiter: string): string {
  return names[delimiter] ?? `"${delimiter}"`;
}

/** Records that are compared: enough to outvote odd ones. */
const sampleSize = 400;

/**
 * Finds the delimiter and the quote of a text by its beginning: the delimiter that gives most records the same number of
 * cells, the first of them a header, without text outside quotes; not one that only separates the entries of lists.
 */
export function dialectOf(sample: string, isWhole: boolean): Dialect {
  const line = sample.slice(0, Math.max(0, sample.indexOf('\n')));
  const named = /^\s*["']?sep=([^\p{L}\p{N}"'])["']?\s*$/iu.exec(line)?.[1];
  const text = named === undefined ? sample : sample.slice(line.length + 1);
  const hasSeparatorLine = named !== undefined;
  const quotes = text.startsWith("'") && /'\s*$/m.test(text) ? ['"', "'"] : ['"'];
  const trials = quotes.flatMap((quote) =>
    [...new Set([...(named === undefined ? [] : [named]), ...usual, ...unusual])].map((delimiter) => {
      const marks = { delimiter, quote };
      const trial = tryMarks(text, marks, isWhole);
      const isNamed = delimiter === named && trial.share >= 0.5;
      return { marks, score: trial.score + Number(isNamed) };
    }),
  );
  const [best] = trials.toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score < 0.5) {
    return { delimiter: headerDelimiter(text) ?? oneColumn, quote: '"', hasSeparatorLine };
  }
  return { ...best.marks, hasSeparatorLine };
}

function tryMarks(text: string, marks: Marks, isWhole: boolean): { score: number; share: number } {
  const { rows, broken, loose } = sampleRows(text, marks, isWhole, sampleSize);
  const widths = rows.map((row) => row.cells.length);
  const width = commonWidth(widths);
  if (width < 2 || rows.length === 0) {
    return { score: 0, share: 0 };
  }
  // Cells at the end of a row may be left out, all but one even: below a header of that width.
  const others = usual.filter((other) => other !== marks.delimiter);
  const isOmitted = (cells: readonly string[]): boolean =>
    widths[0] === width && !others.some((other) => cells[0]?.includes(other));
  const fits = rows.reduce((sum, { cells }) => {
    const isShort = cells.length < width && (cells.length > 1 || isOmitted(cells));
    return sum + (cells.length === width ? 1 : isShort ? 0.6 : 0);
  }, 0);
  const share = fits / (rows.length + broken);
  const isUnusual = unusual.includes(marks.delimiter);
  if (isUnusual && (share < 0.95 || rows.length < 3)) {
    return { score: 0, share };
  }
  const first = widths.findIndex((own) => own > 1 && own >= width * 0.5);
  const sampled = rows.slice(0, 100).map((row) => row.cells);
  const columns = Array.from({ length: Math.min(width, 50) }, (_, column) =>
    commonShape(sampled.slice(first + 1).map((cells) => cells[column] ?? '')),
  );
  const typed = columns.filter((shape) => shape !== 'text' && shape !== 'empty').length / columns.length;
  const hasHeader = headerOf(sampled.slice(first)).rows.length > 0;
  // One heading above lists is a column; a title above a header is not.
  const above = rows[first - 1]?.cells[0] ?? '';
  const isNamed =
    rows[first]?.cells.some((cell) => isHeadingText(cell)) === true ||
    otherDelimiter(above, width, marks.delimiter) !== undefined;
  const penalties =
    0.5 * shareSpaced(text, marks.delimiter) +
    Math.min(0.5, loose / (rows.length + broken)) +
    (first > 0 ? (isNamed ? 0.2 : 0.5) : 0) +
    (isUnusual ? 0.3 : 0);
  const score = share + 0.15 * typed + (hasHeader ? 0.15 : 0) + 0.02 * Math.min(width, 10) - penalties;
  return { score, share };
}

/** The number of cells that most records with several have; the larger of two as common. */
function commonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) {
    if (width > 1) {
      counts.set(width, (counts.get(width) ?? 0) + 1);
    }
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? 0;
}

/** Share of a mark's places that a blank follows: it then parts words, not cells. */
function shareSpaced(text: string, delimiter: string): number {
  if (delimiter === '\t' || delimiter === '|') {
    return 0;
  }
  let [spaced, all] = [0, 0];
  let isQuoted = false;
  for (let at = 0; at < Math.min(text.length, 65_536); at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      isQuoted = !isQuoted;
    } else if (character === delimiter && !isQuoted) {
      all += 1;
      spaced += Number(text.charAt(at + 1) === ' ' && text.charAt(at + 2) !== '"');
    }
  }
  return all === 0 ? 0 : spaced / all;
}

/** The delimiter that parts a header into as many cells as the rows below it have by another one. */
export function otherDelimiter(header: string, width: number, delimiter: string): string | undefined {
  return usual.find((other) => other !== delimiter && header.split(other).length === width);
}

/** The delimiter of a first line that names columns by it, or is nothing but it, whatever the lines below are. */
function headerDelimiter(text: string): string | undefined {
  const [line = ''] = text.trimStart().split('\n', 1);
  return usual.find((delimiter) => {
    const cells = line.split(delimiter);
    const isNamed = cells.every((cell) => /^[^"\s]/.test(cell) && isHeadingText(cell));
    return cells.length > 1 && (isNamed || /^[\s,;|"]*$/.test(text));
  });
}
