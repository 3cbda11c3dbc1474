import { FacetKey } from '@warren/contracts';
import type { FacetKind, MemberField, MemberInput } from '@warren/contracts';
import { holdsContact } from '../contacts/contacts.ts';
import { stripInvisible } from '../contacts/strip-invisible.ts';
import { ProseIndex } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wishesOf } from './wishes.ts';

/** A facet: one normalised trait of a member. */
export interface Facet {
  /** Kind, colon, canonical folded label. */
  key: FacetKey;
  kind: FacetKind;
  /** As this member wrote it first, on one line and without invisible characters. */
  label: string;
}

/** The fields of a member that facets are read from. */
export const facetFields = [
  'skills',
  'interests',
  'looking_for',
  'all_traits',
  'role',
  'roles',
  'location',
] as const satisfies readonly MemberField[];
export type FacetSource = Pick<MemberInput, (typeof facetFields)[number]>;

/** Maximum length of a facet's label; a longer entry is a text, kept with the member but not a facet. */
const longestLabel = 100;

/**
 * Extracts the facets of a member, once each, in the order of kinds and then of the profile. An entry that contains
 * contact details is not a facet. Pass `prose` to search wishes for the labels of a whole community too.
 */
export function facetsOf(
  member: FacetSource,
  vocabulary: Vocabulary,
  prose: ProseIndex = ProseIndex.of(vocabulary),
): Facet[] {
  const facets = new Map<string, Facet>();

  const add = (kind: FacetKind, canonical: string, label: string): void => {
    const key = `${kind}:${canonical}`;
    if (
      canonical === '' ||
      canonical.length > longestLabel ||
      label.length > longestLabel ||
      facets.has(key)
    ) {
      return;
    }
    facets.set(key, { key, kind, label });
  };
  const addAll = (kind: FacetKind, labels: readonly string[]): void => {
    for (const label of labels) {
      const written = stripInvisible(label).replaceAll('\n', ' ');
      add(kind, vocabulary.canonical(vocabulary.fold(written), kind), written);
    }
  };

  addAll('skill', member.skills);
  addAll('interest', member.interests);
  for (const entry of member.looking_for) {
    for (const wish of wishesOf(stripInvisible(entry), vocabulary, prose)) {
      add('looking_for', wish.canonical, wish.label.replaceAll('\n', ' '));
    }
  }
  // A trait that repeats a skill or an interest would make overlaps between kinds trivial.
  const skillsAndInterests = new Set(
    [...facets.values()].filter(isSkillOrInterest).map(({ key }) => key.slice(key.indexOf(':') + 1)),
  );
  addAll(
    'trait',
    member.all_traits.filter(
      (label) =>
        !skillsAndInterests.has(vocabulary.canonical(vocabulary.fold(stripInvisible(label)), 'trait')),
    ),
  );
  addAll('role', [member.role, ...member.roles]);
  addAll('location', [member.location]);
  return [...facets.values()].filter(({ label }) => !isContact(label, vocabulary));
}

const maxCached = 50_000;
/** Cache of checked labels per vocabulary: a community writes the same ones over and over. */
const cache = new WeakMap<Vocabulary, Map<string, boolean>>();

function isContact(label: string, vocabulary: Vocabulary): boolean {
  const known = cache.get(vocabulary) ?? new Map<string, boolean>();
  cache.set(vocabulary, known);
  const before = known.get(label);
  if (before !== undefined) {
    return before;
  }
  const found = holdsContact(label, (word) => vocabulary.knows(vocabulary.fold(word)));
  if (known.size >= maxCached) {
    known.clear();
  }
  known.set(label, found);
  return found;
}

function isSkillOrInterest({ kind }: Facet): boolean {
  return kind === 'skill' || kind === 'interest';
}
