import { FacetKey, type FacetKind, type MemberField, type MemberInput } from '@warren/contracts';
import { holdsContact } from '../contacts/contacts.ts';
import { stripInvisible } from '../contacts/strip-invisible.ts';
import { ProseIndex } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wishesOf } from './wishes.ts';

/** One normalised trait of a member. */
export interface Facet {
  /** Kind, colon, canonical folded label. */
  key: FacetKey;
  kind: FacetKind;
  /** As this member wrote it first, on one line and without characters that cannot be seen. */
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

/** A longer label is a text; it is kept with the member but is no facet. */
const LONGEST_LABEL = 100;

/**
 * The facets of a member, once each, in the order of kinds and then of the profile; an entry that holds an address or
 * a number to reach somebody at is none. `prose` is given where wishes are to be read with the skills of a whole
 * community in mind.
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
      canonical.length > LONGEST_LABEL ||
      label.length > LONGEST_LABEL ||
      facets.has(key)
    )
      return;
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
    for (const wish of wishesOf(stripInvisible(entry), vocabulary, prose))
      add('looking_for', wish.canonical, wish.label.replaceAll('\n', ' '));
  }
  // A trait that repeats a skill or an interest would make overlaps across kinds tautologies.
  const own = new Set([...facets.values()].filter(isOwn).map(({ key }) => key.slice(key.indexOf(':') + 1)));
  addAll(
    'trait',
    member.all_traits.filter(
      (label) => !own.has(vocabulary.canonical(vocabulary.fold(stripInvisible(label)), 'trait')),
    ),
  );
  addAll('role', [member.role, ...member.roles]);
  addAll('location', [member.location]);
  return [...facets.values()].filter(({ label }) => !isContact(label, vocabulary));
}

const mostRemembered = 50_000;
/** Of each vocabulary the labels asked about: a community writes the same ones over and over. */
const remembered = new WeakMap<Vocabulary, Map<string, boolean>>();

function isContact(label: string, vocabulary: Vocabulary): boolean {
  const known = remembered.get(vocabulary) ?? new Map<string, boolean>();
  remembered.set(vocabulary, known);
  const before = known.get(label);
  if (before !== undefined) return before;
  const found = holdsContact(label, (word) => vocabulary.knows(vocabulary.fold(word)));
  if (known.size >= mostRemembered) known.clear();
  known.set(label, found);
  return found;
}

function isOwn({ kind }: Facet): boolean {
  return kind === 'skill' || kind === 'interest';
}
