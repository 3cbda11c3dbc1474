const closing = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
]);
const closers = new Set(closing.values());

/** Places of the texts between commas that stand outside brackets, from and to. */
function* betweenCommas(text: string): Generator<[from: number, to: number]> {
  const ends = bracketsOf(text);
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    const end = ends.get(at);
    if (end !== undefined) {
      at = end;
    } else if (mark === '，' || mark === '、' || (mark === ',' && !isWithinNumber(text, at))) {
      yield [from, at];
      from = at + 1;
    }
  }
  yield [from, text.length];
}

/** The ends of brackets by their beginnings; a bracket that nothing closes, or that closes nothing, is none. */
function bracketsOf(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  if (!/[([{（]/.test(text)) {
    return ends;
  }
  const open: { at: number; close: string }[] = [];
  const waiting = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    const close = closing.get(mark);
    if (close !== undefined) {
      open.push({ at, close });
      waiting.set(close, (waiting.get(close) ?? 0) + 1);
    } else if (closers.has(mark) && (waiting.get(mark) ?? 0) > 0) {
      let last = open.pop();
      while (last !== undefined) {
        waiting.set(last.close, (waiting.get(last.close) ?? 0) - 1);
        if (last.close === mark) {
          ends.set(last.at, at);
          break;
        }
        last = open.pop();
      }
    }
  }
  return ends;
}

/** "1,5 years" and "10,000 steps" hold no separator. */
function isWithinNumber(text: string, at: number): boolean {
  return /^\d,\d$/.test(text.slice(Math.max(0, at - 1), at + 2)) && /[^\d,\s]/.test(text);
}

/** Parts a text at its commas; a comma within brackets or a number parts nothing. Empty pieces are dropped. */
export function commaPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const [from, to] of betweenCommas(text)) {
    const piece = text.slice(from, to).trim();
    if (piece !== '') {
      pieces.push(piece);
    }
  }
  return pieces;
}

/** The distinct answers of a column as lists of pieces, with how often each was given. */
export interface PieceList {
  pieces: readonly string[];
  count: number;
}

/** Gathers answers by their pieces. */
export function pieceLists(texts: Iterable<string>): PieceList[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return Array.from(counts, ([text, count]) => ({ pieces: commaPieces(text), count })).filter(
    ({ pieces }) => pieces.length > 0,
  );
}
