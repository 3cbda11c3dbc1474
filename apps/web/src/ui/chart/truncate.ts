const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Truncates text for SVG, which neither wraps nor clips it: one line of at most `most` characters. */
export function truncate(text: string, most: number): string {
  // bidirectional control characters would also reorder the numbers beside it
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
