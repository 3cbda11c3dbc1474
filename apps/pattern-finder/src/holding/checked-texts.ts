/** Characters of a text in one request. */
const longest = 5_000;
/** Characters that two pieces of a long text share, so that no phrase is cut in two. */
const overlap = 200;

/** A text without placeholders of numbers, in pieces that a request takes. */
export function pieces(text: string): string[] {
  const plain = withoutPlaceholders(text);
  const found: string[] = [];
  for (let at = 0; at === 0 || at + overlap < plain.length; at += longest - overlap) {
    found.push(
      plain
        .slice(at, at + longest)
        .toWellFormed()
        .replaceAll('\ufffd', ' '),
    );
  }
  return found;
}

/** Texts one after the other, as somebody reads them: with a blank between them, and without, where a word is cut in two. */
export function inOneLine(texts: readonly string[]): string[] {
  return [texts.join(' '), texts.join('')];
}

/** Replaces the placeholders of numbers by blanks. */
export function withoutPlaceholders(text: string): string {
  return text.replaceAll(/\{\w{1,40}\}/g, ' ');
}
