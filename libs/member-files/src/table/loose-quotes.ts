import { cleaned, cleanedQuoted } from './cell-text.ts';

/**
 * Reads a line whose quotes break the rules within it, in the ways that programs and people write: `\"` for a quote,
 * quotes in a quoted cell that are not doubled, cells that only begin with a quoted word. The way that gives as many
 * cells as there are columns is right; undefined where none does.
 */
export function looseCells(
  line: string,
  delimiter: string,
  quote: string,
  width: number | undefined,
): string[] | undefined {
  const ways = [
    ...(line.includes(`\\${quote}`) ? [quotedCells(line, delimiter, quote, true)] : []),
    quotedCells(line, delimiter, quote, false),
    line.split(delimiter).map((cell) => cleaned(cell, 0, cell.length)),
  ];
  return ways.find((cells) => width === undefined || lastFilled(cells) === width || cells.length === width);
}

/** Splits a line where a quote closes its cell only before a delimiter or at the end. */
function quotedCells(line: string, delimiter: string, quote: string, hasEscapes: boolean): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length;) {
    const start = afterBlanks(line, at);
    const close = line.charAt(start) === quote ? closing(line, start + 1, delimiter, quote, hasEscapes) : -1;
    if (close === -1) {
      const found = line.indexOf(delimiter, at);
      const end = found === -1 ? line.length : found;
      cells.push(cleaned(line, at, end));
      at = end + 1;
      continue;
    }
    const cell = line.slice(start + 1, close).replaceAll(quote + quote, quote);
    cells.push(cleanedQuoted(hasEscapes ? cell.replaceAll(`\\${quote}`, quote) : cell));
    const end = line.indexOf(delimiter, close + 1);
    at = end === -1 ? line.length + 1 : end + 1;
  }
  return cells;
}

function closing(line: string, from: number, delimiter: string, quote: string, hasEscapes: boolean): number {
  for (let at = line.indexOf(quote, from); at !== -1; at = line.indexOf(quote, at + 1)) {
    if (hasEscapes && line.charAt(at - 1) === '\\') {
      continue;
    }
    const after = afterBlanks(line, at + 1);
    if (after === line.length || line.charAt(after) === delimiter) {
      return at;
    }
  }
  return -1;
}

function afterBlanks(line: string, from: number): number {
  let at = from;
  while (line.charAt(at) === ' ') {
    at += 1;
  }
  return at;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}
