import { commaPieces } from '../options/pieces.ts';
import { parseLiteral } from './literal.ts';
import { parsePhp } from './php.ts';

/** A list that a program wrote into a cell: its notation, for people, and its data. */
export interface WrittenList {
  notation: string;
  value: unknown;
}

/**
 * Reads a cell that holds a list as a program writes it: JSON, Python, PostgreSQL (`{a,"b c"}`), PHP, R (`c("a")`), or
 * brackets without quotes; undefined if the cell is none as a whole.
 */
export function parseWritten(text: string): WrittenList | undefined {
  const outer = `${text.at(0) ?? ''}${text.at(-1) ?? ''}`;
  if (outer === '[]' || outer === '{}') {
    const json = parseJson(text);
    if (json !== undefined) {
      return { notation: 'JSON', value: json };
    }
  }
  if (outer === '{}') {
    const array = parseArray(text);
    return array === undefined ? literal(text) : { notation: 'a PostgreSQL array', value: array };
  }
  if (outer === '[]') {
    return literal(text) ?? bare(text);
  }
  if (outer === 'a}') {
    const value = parsePhp(text);
    return value === undefined ? undefined : { notation: 'serialised PHP', value };
  }
  if (/^(?:c|list|set|array)\(/i.test(text) || outer === '()') {
    return literal(text.replace(/^(?:c|list|set|array)(?=\()/i, ''));
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function literal(text: string): WrittenList | undefined {
  const value = parseLiteral(text);
  return value === undefined ? undefined : { notation: 'a Python list', value };
}

/** Reads `[Welding,Baking]`; "[Welding] and [Baking]" is a text. */
function bare(text: string): WrittenList | undefined {
  const inside = text.slice(1, -1).trim();
  let open = 0;
  for (const mark of inside) {
    open += mark === '[' ? 1 : mark === ']' ? -1 : 0;
    if (open < 0) {
      return undefined;
    }
  }
  const parts = inside.includes(';') ? inside.split(';') : commaPieces(inside);
  const value = parts.map((part) => part.trim().replace(/^(["'])(.*)\1$/s, '$2'));
  return { notation: 'lists in brackets', value };
}

/** Reads an array as PostgreSQL writes it: entries in quotes where they hold marks or blanks, NULL without. */
function parseArray(text: string): unknown[] | undefined {
  const entry = /\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"\s*|([^",{}\\]*(?:\\.[^",{}\\]*)*))(,|$)/suy;
  const inside = text.slice(1, -1);
  const entries: unknown[] = [];
  if (inside.trim() === '') {
    return entries;
  }
  for (let end = ','; end === ',';) {
    const match = entry.exec(inside);
    if (match === null) {
      return undefined;
    }
    const [, quoted, bareText = '', mark = ''] = match;
    const plain = bareText.trim();
    // a map of Python or a set of quoted texts is none
    if (quoted === undefined && (plain === '' || /^'|^[^:]*':/.test(plain))) {
      return undefined;
    }
    const value = (quoted ?? plain).replace(/\\(.)/gsu, '$1');
    entries.push(quoted === undefined && /^null$/i.test(value) ? null : value);
    end = mark;
  }
  return entries;
}
