const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text for a picture, where text neither wraps nor ends by itself: one line of at most `most` signs. */
export function fitted(text: string, most: number): string {
  // what turns the writing direction around would turn the numbers beside it too
  const line = text
    .slice(0, 8 * most + 200)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const signs = Array.from(graphemes.segment(line), ({ segment }) => segment);
  return signs.length <= most
    ? line
    : `${signs
        .slice(0, Math.max(1, most - 1))
        .join('')
        .trimEnd()}…`;
}
