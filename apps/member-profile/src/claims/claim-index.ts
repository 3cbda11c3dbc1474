import { setImmediate } from 'node:timers/promises';
import { Vocabulary } from '@warren/facets';
import type { ProseIndex, ProseLabel } from '@warren/facets';
import { countAt, labelOf } from '../community/community.ts';
import type { Community } from '../community/community.ts';

/** A label with fewer carriers is treated as an odd phrase of theirs, unless the vocabulary knows it. */
const minCarriers = 3;
/** Milliseconds of work between two yields to the event loop. */
const sliceMs = 2;
const facetsBetweenChecks = 64;

/**
 * Builds an index of everything that a claim about a community may name: the labels of `base` and the members' facets.
 * Works in short slices, since a large community would block the event loop.
 */
export async function claimIndexOf(
  community: Community,
  base: ProseIndex,
  vocabulary: Vocabulary,
): Promise<ProseIndex> {
  const index = base.extended();
  const towns = namesByPlace(vocabulary);
  let sliceStart = performance.now();
  for (const [at, key] of community.membership.facets.entries()) {
    const count = countAt(community.membership, at);
    for (const label of labelsOf({ key, label: labelOf(community, key), count }, vocabulary, towns)) {
      index.add(label);
    }
    if (at % facetsBetweenChecks === 0 && performance.now() - sliceStart > sliceMs) {
      await setImmediate();
      sliceStart = performance.now();
    }
  }
  return index;
}

/** The names by which a facet of members is found in prose, beyond those of the vocabulary. */
export function labelsOf(
  { key, label, count }: { readonly key: string; readonly label: string; readonly count: number },
  vocabulary: Vocabulary,
  towns: ReadonlyMap<string, readonly string[]>,
): ProseLabel[] {
  const canonical = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('location:')) {
    if (count < minCarriers) {
      return [];
    }
    // A comma ends a phrase in prose, and most people write the town alone.
    const [town = ''] = label.split(',');
    const names = new Set([canonical, vocabulary.fold(town), ...(towns.get(canonical) ?? [])]);
    names.delete('');
    return [...names].map((name) => ({ name, canonical, isPlace: true }));
  }
  // The vocabulary may map a role to what its people do: then the name means either.
  if (vocabulary.knows(canonical, 'looking_for')) {
    return vocabulary.canonical(canonical, 'looking_for') === canonical
      ? []
      : [{ name: canonical, canonical }];
  }
  return count < minCarriers ? [] : [{ name: canonical, canonical }];
}

/** All names of each place in the vocabulary. */
function namesByPlace(vocabulary: Vocabulary): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, canonical] of vocabulary.names('location')) {
    names.set(canonical, [...(names.get(canonical) ?? []), name]);
  }
  return names;
}
