import { isPlaceholder } from '../../cells/placeholders.ts';
import type { ColumnSample } from '../column.ts';
import { kindsOf } from './value-kinds.ts';
import type { ValueKind } from './value-kinds.ts';

/** What the sampled values of a column are. Placeholders such as "n/a" count as empty. */
export interface SampleFacts {
  rows: number;
  /** Rows with a value. */
  filled: number;
  /** The values as text, in the order of the rows; '' where empty. */
  texts: readonly string[];
  /** How often each text occurs. */
  counts: ReadonlyMap<string, number>;
  /** Values that are objects, not lists of them. */
  objects: number;
  /** Values that are lists in the file itself. */
  lists: number;
  /** Values that are rounded numbers, as spreadsheets display long ones: 1.23457E+11. */
  rounded: number;
  /** Median length of the values in characters. */
  length: number;
  /** Share of the filled rows whose value is of a kind, 0 to 1; 0 if none is filled. */
  share(kind: ValueKind): number;
}

/** More different texts than this, spread over the sample, need not be looked at to know what a column holds. */
const inspected = 500;

/** Looks through the sampled values of a column. */
export function sampleFacts(sample: ColumnSample): SampleFacts {
  const counts = new Map<string, number>();
  const texts: string[] = [];
  let objects = 0;
  let lists = 0;
  for (const cell of sample) {
    const given = typeof cell === 'string' ? cell.trim() : cellText(cell);
    const text = counts.has(given) || !saysNothing(given) ? given : '';
    texts.push(text);
    if (Array.isArray(cell)) {
      lists += cell.length > 0 ? 1 : 0;
    } else if (typeof cell === 'object' && cell !== null) {
      objects += 1;
      continue;
    }
    if (text !== '') {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = new Map<ValueKind, number>();
  let looked = 0;
  let rounded = 0;
  const lengths: number[] = [];
  const step = Math.ceil(counts.size / inspected);
  let at = 0;
  for (const [text, count] of counts) {
    rounded += /^\d[.,]\d+e\+?\d+$/i.test(text) ? count : 0;
    if (at++ % step !== 0) {
      continue;
    }
    looked += count;
    lengths.push(text.length);
    for (const kind of kindsOf(text)) {
      kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    }
  }
  return {
    rows: sample.length,
    filled: filled + objects,
    texts,
    counts,
    objects,
    lists,
    rounded,
    length: lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0,
    share: (kind) => (looked === 0 ? 0 : (kinds.get(kind) ?? 0) / looked),
  };
}

/** Facts of a column of which no value is known. */
export const noFacts: SampleFacts = sampleFacts([]);

/** Returns whether a text stands for nothing: "n/a", "none", "-", and "anonymous" where an address or a name belongs. */
function saysNothing(text: string): boolean {
  return isPlaceholder(text, 'prose') || text.toLowerCase() === 'anonymous';
}

/** Text of a cell; the entries of a list joined, an object's name. '' if empty. */
function cellText(cell: unknown): string {
  if (typeof cell === 'string') {
    return cell.trim();
  }
  if (typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'bigint') {
    return String(cell);
  }
  if (Array.isArray(cell)) {
    return cell.map(cellText).filter(Boolean).join('; ');
  }
  if (typeof cell === 'object' && cell !== null) {
    const named = Object.entries(cell).find(([key]) =>
      /^(?:name|label|title|display(?:_?name)?|value|text|skill|language)$/i.test(key),
    );
    return typeof named?.[1] === 'string' ? named[1].trim() : '';
  }
  return '';
}
