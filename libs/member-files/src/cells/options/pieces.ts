const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '（': '）' };

/** Places of the texts between commas that stand outside brackets, from and to; a bracket that nothing closes is none. */
function* betweenCommas(text: string): Generator<[from: number, to: number]> {
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark in closing) {
      at = endOfBracket(text, at) ?? at;
    } else if (mark === '，' || mark === '、' || (mark === ',' && !isWithinNumber(text, at))) {
      yield [from, at];
      from = at + 1;
    }
  }
  yield [from, text.length];
}

function endOfBracket(text: string, from: number): number | undefined {
  const open: string[] = [];
  for (let at = from; at < text.length; at += 1) {
    const mark = text.charAt(at);
    const close = closing[mark];
    if (close !== undefined) {
      open.push(close);
    } else if (mark === open.at(-1)) {
      open.pop();
      if (open.length === 0) {
        return at;
      }
    }
  }
  return undefined;
}

/** "1,5 years" and "10,000 steps" hold no separator. */
function isWithinNumber(text: string, at: number): boolean {
  return /^\d,\d/.test(text.slice(Math.max(0, at - 1), at + 2)) && /[^\d,\s]/.test(text);
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
