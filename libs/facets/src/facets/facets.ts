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
export function facetsOf(member: FacetSource, vocabulary: Vocabulary, prose?: ProseIndex): Facet[] {
  const entries = EntryFacets.of(vocabulary);
  const facets: Facet[] = [];
  let keys: Set<string> | undefined;
  const add = (facet: Facet | undefined): void => {
    if (facet === undefined) {
      return;
    }
    if (keys === undefined && facets.length === short) {
      keys = new Set(facets.map(({ key }) => key));
    }
    const isKnown = keys?.has(facet.key) ?? facets.some(({ key }) => key === facet.key);
    if (!isKnown) {
      facets.push(facet);
      keys?.add(facet.key);
    }
  };
  for (const label of member.skills) {
    add(entries.of('skill', label));
  }
  for (const label of member.interests) {
    add(entries.of('interest', label));
  }
  const listed = facets.length;
  for (const entry of member.looking_for) {
    entries.wishes(entry, prose).forEach(add);
  }
  // A trait that repeats a skill or an interest would make overlaps between kinds trivial.
  if (member.all_traits.length > 0) {
    const skillsAndInterests = new Set(
      facets.slice(0, listed).map(({ key }) => key.slice(key.indexOf(':') + 1)),
    );
    for (const label of member.all_traits) {
      const trait = entries.of('trait', label);
      if (trait !== undefined && !skillsAndInterests.has(trait.key.slice('trait:'.length))) {
        add(trait);
      }
    }
  }
  for (const label of [member.role, ...member.roles]) {
    add(entries.of('role', label));
  }
  add(entries.of('location', member.location));
  return facets;
}

/** Up to so many facets are compared one by one, which takes less time than a set. */
const short = 24;

const largestCache = 50_000;

/** Facets of single entries, each read once: a community writes the same ones over and over. */
class EntryFacets {
  private static readonly caches = new WeakMap<Vocabulary, EntryFacets>();
  private readonly vocabulary: Vocabulary;
  private readonly byKind = new Map<FacetKind, Map<string, Facet | undefined>>();
  private readonly byWish = new Map<string, Facet[]>();

  private constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The entries that were read with a vocabulary. */
  static of(vocabulary: Vocabulary): EntryFacets {
    const known = EntryFacets.caches.get(vocabulary);
    if (known !== undefined) {
      return known;
    }
    const entries = new EntryFacets(vocabulary);
    EntryFacets.caches.set(vocabulary, entries);
    return entries;
  }

  /** The facet of an entry; undefined if it is none. */
  of(kind: FacetKind, entry: string): Facet | undefined {
    let known = this.byKind.get(kind);
    if (known === undefined) {
      this.byKind.set(kind, (known = new Map<string, Facet | undefined>()));
    }
    const before = known.get(entry);
    if (before !== undefined || known.has(entry)) {
      return before;
    }
    const label = stripInvisible(entry).replaceAll('\n', ' ');
    const facet = this.facet(kind, this.vocabulary.canonical(this.vocabulary.fold(label), kind), label);
    remember(known, entry, facet);
    return facet;
  }

  /** The wishes of an entry. An index of a whole community may grow, so what it finds is not remembered. */
  wishes(entry: string, prose: ProseIndex | undefined): Facet[] {
    if (prose !== undefined) {
      return this.wishesIn(entry, prose);
    }
    const before = this.byWish.get(entry);
    if (before !== undefined) {
      return before;
    }
    const wishes = this.wishesIn(entry, ProseIndex.of(this.vocabulary));
    remember(this.byWish, entry, wishes);
    return wishes;
  }

  private wishesIn(entry: string, prose: ProseIndex): Facet[] {
    return wishesOf(stripInvisible(entry), this.vocabulary, prose).flatMap(
      ({ canonical, label }) => this.facet('looking_for', canonical, label.replaceAll('\n', ' ')) ?? [],
    );
  }

  private facet(kind: FacetKind, canonical: string, label: string): Facet | undefined {
    const isLabel = canonical !== '' && canonical.length <= longestLabel && label.length <= longestLabel;
    return isLabel && !this.isContact(label) ? { key: `${kind}:${canonical}`, kind, label } : undefined;
  }

  private isContact(label: string): boolean {
    return holdsContact(label, (word) => this.vocabulary.knows(this.vocabulary.fold(word)));
  }
}

/** Remembers a value; long texts, which nobody repeats, are not kept. */
function remember<T>(cache: Map<string, T>, key: string, value: T): void {
  if (key.length > longestLabel) {
    return;
  }
  if (cache.size >= largestCache) {
    cache.clear();
  }
  cache.set(key, value);
}
