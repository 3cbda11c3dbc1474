import { Vocabulary } from '@warren/facets';
import type { ProseIndex, ProseLabel } from '@warren/facets';
import { setImmediate } from 'node:timers/promises';
import { countAt, labelOf } from '../community/community.ts';
import type { Community } from '../community/community.ts';

/** What fewer members list is taken for an odd phrase of theirs, unless the vocabulary knows it. */
const fewestCarriers = 3;
/** Milliseconds after which other work may go first. */
const longestSlice = 2;
const facetsBetweenLooks = 64;

/**
 * An index of all that a claim about a community may name: what `base` knows, and what the members carry. Made in
 * short slices, since a large community has many facets and others wait for the event loop.
 */
export async function claimIndexOf(
  community: Community,
  base: ProseIndex,
  vocabulary: Vocabulary,
): Promise<ProseIndex> {
  const index = base.extended();
  const towns = namesByPlace(vocabulary);
  let began = performance.now();
  for (const [at, key] of community.membership.facets.entries()) {
    const count = countAt(community.membership, at);
    for (const label of labelsOf({ key, label: labelOf(community, key), count }, vocabulary, towns)) {
      index.add(label);
    }
    if (at % facetsBetweenLooks === 0 && performance.now() - began > longestSlice) {
      await setImmediate();
      began = performance.now();
    }
  }
  return index;
}

/** The names under which a facet that members carry is found in prose, beyond those the vocabulary gives. */
export function labelsOf(
  { key, label, count }: { readonly key: string; readonly label: string; readonly count: number },
  vocabulary: Vocabulary,
  towns: ReadonlyMap<string, readonly string[]>,
): ProseLabel[] {
  const canonical = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('location:')) {
    if (count < fewestCarriers) return [];
    // In a sentence a comma ends the phrase, and most write the town alone.
    const [town = ''] = label.split(',');
    const names = new Set([canonical, vocabulary.fold(town), ...(towns.get(canonical) ?? [])]);
    names.delete('');
    return [...names].map((name) => ({ name, canonical, isPlace: true }));
  }
  // The vocabulary may say of a role's name what its people do: then it stands for either, whoever carries it.
  if (vocabulary.knows(canonical, 'looking_for')) {
    return vocabulary.canonical(canonical, 'looking_for') === canonical
      ? []
      : [{ name: canonical, canonical }];
  }
  return count < fewestCarriers ? [] : [{ name: canonical, canonical }];
}

/** Of each place the vocabulary knows, all its names. */
export function namesByPlace(vocabulary: Vocabulary): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, canonical] of vocabulary.names('location')) {
    names.set(canonical, [...(names.get(canonical) ?? []), name]);
  }
  return names;
}
