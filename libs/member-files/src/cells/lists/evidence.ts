import { findOptions } from '../options/find-options.ts';
import { commaPieces } from '../options/pieces.ts';
import type { PieceList } from '../options/pieces.ts';
import { wholeOptions } from '../options/whole-options.ts';
import { writingOf } from '../options/writing.ts';
import { partByMarks } from './marks.ts';
import {
  hasOwnSeparator,
  hasSlash,
  partByOwn,
  partBySlash,
  partByTightSlash,
  withoutAnd,
} from './separators.ts';
import { parseWritten } from './written.ts';

/** What a column shows about how its lists are written. */
export interface ListEvidence {
  /** Most cells with several entries use semicolons, bars, tabs or line breaks: a comma is part of an entry. */
  usesOwn: boolean;
  /** The column holds the options of a form, not lists that people typed. */
  isForm: boolean;
  /** " / " parts entries. */
  usesSlash: boolean;
  /** A slash without blanks parts entries too: its pieces come in many combinations, unlike those of "C/C++". */
  usesTightSlash: boolean;
  /** How often texts occur as an entry for certain: alone in a cell, or between separators; by their folded form. */
  alone: ReadonlyMap<string, number>;
  /** Options that hold commas, as their pieces. */
  options: readonly (readonly string[])[];
  /** Joins pieces between commas that are one option. */
  whole: (pieces: readonly string[]) => string[];
}

/** Folds an entry to compare it. */
export function entryKey(entry: string): string {
  return entry.trim().toLowerCase();
}

/** Gathers evidence from the texts of a column and their counts; `known` are options that are known to exist. */
export function evidenceOf(texts: ReadonlyMap<string, number>, known: readonly string[]): ListEvidence {
  const byComma: (PieceList & { text: string })[] = [];
  const alone = new Map<string, number>();
  const note = (entries: readonly string[], count: number): void => {
    for (const entry of entries) {
      const key = entryKey(entry);
      alone.set(key, (alone.get(key) ?? 0) + count);
    }
  };
  note(known, 1);
  let own = 0;
  let comma = 0;
  let slash = 0;
  const slashed: string[] = [];
  for (const [text, count] of texts) {
    if (parseWritten(text) !== undefined) {
      continue;
    }
    const marked = partByMarks(text);
    if (marked !== undefined) {
      own += marked.notation === 'line breaks' ? count : 0;
      note(marked.entries, count);
    } else if (hasOwnSeparator(text)) {
      own += count;
      note(partByOwn(text), count);
    } else {
      const pieces = commaPieces(text);
      byComma.push({ text, pieces, count });
      comma += pieces.length > 1 ? count : 0;
      if (pieces.length === 1 && hasSlash(text)) {
        slash += count;
        slashed.push(text);
      }
    }
  }
  const usesOwn = own > 0 && own >= comma;
  const isForm = writingOf(byComma).closed;
  const options = usesOwn ? [] : findOptions(byComma);
  options.push(...known.map(commaPieces).filter((pieces) => pieces.length > 1));
  const whole = wholeOptions(options);
  for (const { text, pieces, count } of byComma) {
    const entries = usesOwn ? [text] : whole(pieces);
    const last = entries.pop() ?? '';
    note([...entries, entries.length > 0 ? withoutAnd(last) : last], count);
  }
  return {
    usesOwn,
    isForm,
    usesTightSlash: own + comma === 0 && isTightSlashList([...texts.keys()]),
    usesSlash: slash > own + comma && isSlashList(slashed, alone),
    alone,
    options,
    whole,
  };
}

/** Returns whether nearly all pieces between slashes come in several different cells. */
function isTightSlashList(texts: readonly string[]): boolean {
  const slashed = texts.map(partByTightSlash).filter((pieces) => pieces.length > 1);
  const cells = new Map<string, number>();
  for (const piece of slashed.flatMap((pieces) => [...new Set(pieces.map(entryKey))])) {
    cells.set(piece, (cells.get(piece) ?? 0) + 1);
  }
  const again = [...cells.values()].filter((count) => count >= 3).length;
  return slashed.length >= 5 && cells.size < slashed.length && again >= 0.8 * cells.size;
}

/** Returns whether the pieces between slashes come again in other cells, as entries do. */
function isSlashList(texts: readonly string[], alone: ReadonlyMap<string, number>): boolean {
  const cells = new Map<string, number>();
  const pieces = texts.flatMap((text) => [...new Set(partBySlash(text).map(entryKey))]);
  for (const piece of pieces) {
    cells.set(piece, (cells.get(piece) ?? 0) + 1);
  }
  const again = pieces.filter((piece) => (cells.get(piece) ?? 0) > 1 || alone.has(piece)).length;
  return texts.length >= 3 && new Set(texts).size >= 3 && again >= 0.6 * pieces.length;
}
