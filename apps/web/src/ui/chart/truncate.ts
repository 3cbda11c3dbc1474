const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text for a picture, where text neither wraps nor ends by itself: one line of at most `most` signs. */
export function fitted(text: string, most: number): string {
  // what turns the writing direction around would turn the numbers beside it too
  const line = text
    .slice(0, 8 * most + 200)
    .replace(/[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const signs = Array.from(graphemes.segment(line), ({ segment }) => segment);
  return signs.length <= most
    ? line
    : `${signs
        .slice(0, Math.max(1, most - 1))
        .join('')
        .trimEnd()}…`;
}
