import type { NamedFacet } from '@warren/contracts';
import type { ProseIndex } from '@warren/facets';
import { broaderThan } from './broader.ts';

/** Maximum number of facets reported per text; a pattern has far fewer. */
const maxNamed = 100;

/** Finds the facets that a text names, each once in a wording, in order of appearance. */
export function namedFacets(text: string, at: number, index: ProseIndex): NamedFacet[] {
  const named = new Map<string, NamedFacet>();
  for (const seen of readings(text)) {
    for (const { canonical: folded, label, also } of index.mentions(seen)) {
      const wording = `${folded}:${label}`;
      if (named.size < maxNamed && !named.has(wording)) {
        named.set(wording, { text: at, label, folded, also, broader: [...broaderThan(folded)] });
      }
    }
  }
  return [...named.values()];
}

/**
 * The readings of a text. Invisible characters may be inside a word or between two words: if there are any, the text is
 * read both ways.
 */
function readings(text: string): string[] {
  const invisible = /[^\P{Cc}\n\r\t\v\f\u0085]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
  const joined = text.replace(invisible, '');
  return joined === text ? [text] : [joined, text.replace(invisible, ' ')];
}
