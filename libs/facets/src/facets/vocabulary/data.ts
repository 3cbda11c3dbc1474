import type { FacetKind } from '@warren/contracts';
import type { VocabularyEntry } from './entry.ts';

/**
 * A part of the built-in vocabulary: label → aliases, separated by commas. After `~` come words for people who do it: they
 * count as skill, interest, wish or trait ("looking for a drummer"), but a role of that name stays a role.
 */
export type VocabularyData = Readonly<Record<string, string>>;

const notRoles: readonly FacetKind[] = ['skill', 'interest', 'looking_for', 'trait'];

/** The entries of a part of the vocabulary. */
export function entriesOf(data: VocabularyData): VocabularyEntry[] {
  return Object.entries(data).flatMap(([label, names]) => {
    const [aliases = '', people = ''] = names.split('~');
    const entry: VocabularyEntry = { label, aliases: split(aliases) };
    if (people === '') {
      return [entry];
    }
    const persons = split(people).flatMap((person) => [person, `${person}s`]);
    return [entry, { label, aliases: persons, kinds: notRoles }];
  });
}

function split(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
