import type { NamedFacet } from '@warren/contracts';
import { broaderThan } from './broader.ts';
import type { ProseIndex } from '@warren/facets';

/** More of one text says nothing new: a pattern has fewer facets. */
const mostNamed = 100;

/** The facets that a text names, each once, in the order in which they stand there. */
export function namedFacets(text: string, at: number, index: ProseIndex): NamedFacet[] {
  const named = new Map<string, NamedFacet>();
  for (const seen of readings(text)) {
    for (const { canonical: folded, label, also } of index.mentions(seen)) {
      if (named.size < mostNamed && !named.has(folded)) {
        named.set(folded, { text: at, label, folded, also, broader: [...broaderThan(folded)] });
      }
    }
  }
  return [...named.values()];
}

/**
 * A text as a reader sees it. Characters that cannot be seen may stand inside a word or between two: where there are
 * any, the text is read both ways.
 */
function readings(text: string): string[] {
  const invisible = /[^\P{Cc}\n\r\t\v\f\u0085]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
  const joined = text.replace(invisible, '');
  return joined === text ? [text] : [joined, text.replace(invisible, ' ')];
}
