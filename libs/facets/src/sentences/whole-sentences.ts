const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });

/**
 * The sentences of a text, which joined are the text; a line break ends one unless a small letter follows it, and so does
 * a full stop before `[name]`.
 */
export function wholeSentences(text: string): string[] {
  return text.split(/(?<=\n)(?!\p{Ll})|(?<=[.!?…]\s)(?=\[)/u).flatMap((line) =>
    // Of the same length, since every line break ends a sentence for the segmenter.
    Array.from(segmenter.segment(line.replaceAll('\n', ' ')), ({ segment, index }) =>
      line.slice(index, index + segment.length),
    ),
  );
}
