import { stripInvisible } from '@warren/facets';
import type { CountedFacet, Vocabulary } from '@warren/facets';
import { pseudonymise } from './pseudonymise.ts';

/**
 * Checks whether a facet may be shown to an analyst. A facet of several members must not be a member's full name; a
 * facet of one member must not be any name, unless the vocabulary knows it as something else. `own` are the names of the
 * member whose facet it is.
 */
export function isPresentable(
  { key, label, count }: CountedFacet,
  known: ReadonlySet<string>,
  vocabulary: Vocabulary,
  own: readonly string[] = [],
): boolean {
  const knows = (word: string): boolean => vocabulary.knows(vocabulary.fold(word));
  const isTerm = count > 1 ? () => true : knows;
  const folded = key.slice(key.indexOf(':') + 1);
  return [label, folded].every(
    (text) =>
      knows(text) || pseudonymise(text, { own, known, isTerm, anyCase: true }) === stripInvisible(text),
  );
}
