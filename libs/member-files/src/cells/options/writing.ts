import type { PieceList } from './pieces.ts';

/** Most pieces that the options of a form make up. */
const mostPieces = 150;

/** How the pieces of a column are written: what tells the options of a form from lists that people type. */
export interface Writing {
  /** Number of answers. */
  answers: number;
  /** The same few pieces come again and again: options of a form, not lists that people type. */
  closed: boolean;
  /** Options begin with a capital: a piece in lower case goes on with what stands before it. */
  cased: boolean;
  /** Options stand in one order, that of the form. */
  ordered: boolean;
  /** Pieces in lower case that also occur with a capital, in small letters: they are typed, and go on with nothing. */
  typed: ReadonlySet<string>;
}

const lower = /^\p{Ll}(?!\p{Lu}|-?\d)/u;
const upper = /^\P{L}*\p{Lu}/u;

/** Words that begin the last piece of an option: "Cooking, baking, or catering". */
const joining =
  /^(?:and|or|und|oder|sowie|et|ou|y|e|o|of|en|i|&|\+|and\/or|etc\b\.?|usw\b\.?|u\. ?a\.|among others)(?=\s|$)/;

/** Returns whether a piece begins in lower case, as one that goes on with an option does. "iOS" does not. */
export function beginsLower(piece: string): boolean {
  return lower.test(piece);
}

/** Returns whether a piece begins with "and" or "or". */
export function beginsJoining(piece: string): boolean {
  return joining.test(piece);
}

/** Tells from all pieces of a column how they are written. */
export function writingOf(lists: readonly PieceList[]): Writing {
  const counts = new Map<string, number>();
  let answers = 0;
  let pieces = 0;
  const first = { cased: 0, upper: 0 };
  const later = { cased: 0, upper: 0 };
  for (const list of lists) {
    answers += list.count;
    for (const [at, piece] of list.pieces.entries()) {
      pieces += list.count;
      counts.set(piece, (counts.get(piece) ?? 0) + list.count);
      const side = at === 0 ? first : later;
      const isUpper = upper.test(piece);
      if (isUpper || lower.test(piece)) {
        side.cased += list.count;
        side.upper += isUpper ? list.count : 0;
      }
    }
  }
  const capitals = new Set(
    Array.from(counts.keys(), (piece) => (upper.test(piece) ? piece.toLowerCase() : '')),
  );
  const typed = new Set<string>();
  let inBothCases = 0;
  let inLower = 0;
  for (const [piece, count] of counts) {
    if (lower.test(piece)) {
      inLower += count;
      if (capitals.has(piece)) {
        typed.add(piece);
        inBothCases += count;
      }
    }
  }
  const withSeldom = lists.filter((list) => list.pieces.some((piece) => counts.get(piece) === 1)).length;
  const commonest = Array.from(counts.values())
    .toSorted((one, other) => other - one)
    .slice(0, mostPieces)
    .reduce((sum, count) => sum + count, 0);
  return {
    answers,
    typed,
    closed:
      answers >= 15 && withSeldom <= (answers < 100 ? 0.25 : 0.15) * answers && commonest >= 0.85 * pieces,
    cased:
      first.upper >= 0.95 * first.cased && later.upper >= 0.1 * later.cased && inBothCases <= 0.15 * inLower,
    ordered: isOrdered(lists),
  };
}

/** Returns whether two pieces that share an answer nearly always stand in the same order. */
function isOrdered(lists: readonly PieceList[]): boolean {
  const ids = new Map<string, number>();
  const both = new Map<number, number>();
  const width = 1 << 20;
  for (const { pieces, count } of lists.slice(0, 1_000)) {
    const row = pieces.slice(0, 12).map((piece) => {
      const id = ids.get(piece) ?? ids.size;
      ids.set(piece, id);
      return id;
    });
    for (const [at, a] of row.entries()) {
      for (const b of row.slice(at + 1)) {
        const key = a * width + b;
        both.set(key, (both.get(key) ?? 0) + count);
      }
    }
  }
  let seen = 0;
  let against = 0;
  for (const [key, count] of both) {
    const reverse = both.get((key % width) * width + Math.floor(key / width)) ?? 0;
    seen += count;
    against += Math.min(count, reverse) / 2;
  }
  return against <= 0.1 * seen;
}
