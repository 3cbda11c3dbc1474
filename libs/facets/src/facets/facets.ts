import { FacetKey } from '@warren/contracts';
import type { FacetKind, MemberField, MemberInput } from '@warren/contracts';
import { holdsContact } from '../contacts/contacts.ts';
import { stripInvisible } from '../contacts/strip-invisible.ts';
import { ProseIndex } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wishesOf } from './wishes.ts';
import type { Wish } from './wishes.ts';
import { answeredLabels, writtenLabels } from './written/written-labels.ts';
import type { WrittenSide } from './written/written-labels.ts';

/** A facet: one normalised trait of a member. */
export interface Facet {
  /** Kind, colon, canonical folded label. */
  key: FacetKey;
  kind: FacetKind;
  /** As this member wrote it first, on one line and without invisible characters. */
  label: string;
  /** The sentence that says so, where the member wrote it in a text rather than listed it. */
  quote?: string;
}

/** The fields of a member that facets are read from. */
export const facetFields = [
  'skills',
  'interests',
  'looking_for',
  'all_traits',
  'role',
  'roles',
  'company',
  'location',
  'bio',
  'prompt_responses',
] as const satisfies readonly MemberField[];
export type FacetSource = Pick<MemberInput, (typeof facetFields)[number]>;

/** Says which facets are left out, asked once for each spelling, and which sentences. */
export interface FacetFilter {
  isSensitiveFacet(key: FacetKey, label: string): boolean;
  /** A text without the sentences that no facet may be read from. */
  removeFrom(text: string): string;
}

/** How facets are read. */
export interface FacetOptions {
  /** Searched in wishes for the labels of a whole community too. */
  prose?: ProseIndex;
  /** Leaves out what is sensitive. */
  without?: FacetFilter | undefined;
}

/** Maximum length of a facet's label; a longer entry is a text, kept with the member but not a facet. */
const longestLabel = 100;

/** The kind of facet of what a sentence says. */
const kindOfSaying: Record<WrittenSide, FacetKind> = {
  does: 'skill',
  likes: 'interest',
  needs: 'looking_for',
  is: 'role',
};

/**
 * Extracts the facets of a member, once each, in the order of kinds and then of the profile. An entry that contains
 * contact details is not a facet. Of a member who lists neither skills nor interests, what bio and answers say in so many
 * words counts too, after what is listed.
 */
export function facetsOf(
  member: FacetSource,
  vocabulary: Vocabulary,
  { prose, without }: FacetOptions = {},
): Facet[] {
  const entries = EntryFacets.of(vocabulary, without);
  const facets: Facet[] = [];
  const number = entries.nextMember();
  const add = (entry: EntryFacet | undefined): void => {
    if (entry !== undefined && entry.last.member !== number) {
      entry.last.member = number;
      facets.push(entry.facet);
    }
  };
  const isSilent = member.skills.length === 0 && member.interests.length === 0;
  const written = isSilent ? entries.written(member, prose) : [];
  const addWritten = (kind: FacetKind): void => {
    written.filter(({ facet }) => facet.kind === kind).forEach(add);
  };
  for (const label of member.skills) {
    add(entries.of('skill', label));
  }
  for (const label of member.interests) {
    add(entries.of('interest', label));
  }
  addWritten('skill');
  addWritten('interest');
  const listed = facets.length;
  const wanted = member.looking_for.map((entry) => entries.wishes(entry, prose));
  wanted.forEach(({ offers }) => offers.forEach(add));
  wanted.forEach(({ wishes }) => wishes.forEach(add));
  addWritten('looking_for');
  // A trait that repeats a skill or an interest would make overlaps between kinds trivial.
  if (member.all_traits.length > 0) {
    const skillsAndInterests = new Set(
      facets.slice(0, listed).map(({ key }) => key.slice(key.indexOf(':') + 1)),
    );
    for (const label of member.all_traits) {
      const trait = entries.of('trait', label);
      if (trait !== undefined && !skillsAndInterests.has(trait.facet.key.slice('trait:'.length))) {
        add(trait);
      }
    }
  }
  for (const label of [member.role, ...member.roles]) {
    add(entries.of('role', label));
  }
  addWritten('role');
  // Who names a trade in place of a company has it: a wish for a composer finds them.
  if (isTrade(member.company, vocabulary)) {
    add(entries.of('role', member.company));
  }
  add(entries.of('location', member.location));
  return facets;
}

/** Whether a company is nothing but what somebody does, as people who work for themselves write. */
function isTrade(company: string, vocabulary: Vocabulary): boolean {
  const name = vocabulary.fold(company);
  return name !== '' && vocabulary.knows(name, 'looking_for') && !vocabulary.knows(name, 'role');
}

/** The facet of an entry, and the last member who had one of the same key. */
interface EntryFacet {
  readonly facet: Facet;
  readonly last: { member: number };
}

/** The facets of an entry of `looking_for`: what it wishes for, and the skills that it offers instead. */
interface EntryWishes {
  readonly wishes: readonly EntryFacet[];
  readonly offers: readonly EntryFacet[];
}

const largestCache = 100_000;

/** Facets of single entries, each read once: a community writes the same ones over and over. */
class EntryFacets {
  private static readonly caches = new WeakMap<Vocabulary, Map<FacetFilter | undefined, EntryFacets>>();
  private readonly vocabulary: Vocabulary;
  private readonly without: FacetFilter | undefined;
  private readonly byKind = new Map<FacetKind, Map<string, EntryFacet | undefined>>();
  private readonly byWish = new Map<string, EntryWishes>();
  /** By key: two spellings are one facet. */
  private readonly last = new Map<string, { member: number }>();
  private remembered = 0;
  private members = 0;

  private constructor(vocabulary: Vocabulary, without: FacetFilter | undefined) {
    this.vocabulary = vocabulary;
    this.without = without;
  }

  /** The entries that were read with a vocabulary, without what a filter leaves out. */
  static of(vocabulary: Vocabulary, without: FacetFilter | undefined): EntryFacets {
    let caches = EntryFacets.caches.get(vocabulary);
    if (caches === undefined) {
      EntryFacets.caches.set(vocabulary, (caches = new Map<FacetFilter | undefined, EntryFacets>()));
    }
    let entries = caches.get(without);
    if (entries === undefined) {
      caches.set(without, (entries = new EntryFacets(vocabulary, without)));
    }
    return entries;
  }

  /** A number for the next member. What was remembered is forgotten between members once it is too much. */
  nextMember(): number {
    if (this.remembered > largestCache) {
      this.byKind.clear();
      this.byWish.clear();
      this.last.clear();
      this.remembered = 0;
    }
    this.members += 1;
    return this.members;
  }

  /** The facet of an entry; undefined if it is none. */
  of(kind: FacetKind, entry: string): EntryFacet | undefined {
    let known = this.byKind.get(kind);
    if (known === undefined) {
      this.byKind.set(kind, (known = new Map<string, EntryFacet | undefined>()));
    }
    const before = known.get(entry);
    if (before !== undefined || known.has(entry)) {
      return before;
    }
    const label = stripInvisible(entry).replaceAll('\n', ' ');
    const facet = this.facet(kind, this.vocabulary.canonical(this.vocabulary.fold(label), kind), label);
    this.remember(known, entry, facet);
    return facet;
  }

  /** The wishes and offers of an entry. An index of a whole community may grow, so what it finds is not remembered. */
  wishes(entry: string, prose: ProseIndex | undefined): EntryWishes {
    if (prose !== undefined) {
      return this.wishesIn(entry, prose);
    }
    const before = this.byWish.get(entry);
    if (before !== undefined) {
      return before;
    }
    const wishes = this.wishesIn(entry, ProseIndex.of(this.vocabulary));
    this.remember(this.byWish, entry, wishes);
    return wishes;
  }

  private wishesIn(entry: string, prose: ProseIndex): EntryWishes {
    const written = stripInvisible(entry);
    const { wishes, offers } = wishesOf(this.without?.removeFrom(written) ?? written, this.vocabulary, prose);
    const facetsIn = (kind: FacetKind, labels: readonly Wish[]): EntryFacet[] =>
      labels.flatMap(
        ({ canonical, label }) => this.facet(kind, canonical, label.replaceAll('\n', ' ')) ?? [],
      );
    return { wishes: facetsIn('looking_for', wishes), offers: facetsIn('skill', offers) };
  }

  /** What bio and answers say of their writer, each label once: who does something is not said to like it too. */
  written({ bio, prompt_responses }: FacetSource, prose = ProseIndex.of(this.vocabulary)): EntryFacet[] {
    const readable = (text: string): string => {
      const written = stripInvisible(text);
      return this.without?.removeFrom(written) ?? written;
    };
    const labels = [
      ...writtenLabels(readable(bio), this.vocabulary, prose),
      ...prompt_responses.flatMap(({ prompt, response }) =>
        readable(prompt) === stripInvisible(prompt)
          ? answeredLabels({ prompt, response: readable(response) }, this.vocabulary, prose)
          : [],
      ),
    ];
    const done = new Set(labels.flatMap(({ says, canonical }) => (says === 'does' ? [canonical] : [])));
    return labels.flatMap(({ says, canonical, label, quote }) => {
      const kind = kindOfSaying[says];
      const named =
        kind === 'role' ? this.vocabulary.canonical(this.vocabulary.fold(label), kind) : canonical;
      const entry =
        (says === 'likes' && done.has(canonical)) || this.isContact(quote)
          ? undefined
          : this.facet(kind, named, label);
      return entry === undefined ? [] : [{ ...entry, facet: { ...entry.facet, quote } }];
    });
  }

  private facet(kind: FacetKind, canonical: string, label: string): EntryFacet | undefined {
    const isLabel = canonical !== '' && canonical.length <= longestLabel && label.length <= longestLabel;
    if (!isLabel || this.isContact(label)) {
      return undefined;
    }
    const key = `${kind}:${canonical}`;
    if (this.without?.isSensitiveFacet(key, label) === true) {
      return undefined;
    }
    let last = this.last.get(key);
    if (last === undefined) {
      this.last.set(key, (last = { member: 0 }));
      this.remembered += 1;
    }
    return { facet: { key, kind, label }, last };
  }

  private isContact(label: string): boolean {
    return holdsContact(label, (word) => this.vocabulary.knows(this.vocabulary.fold(word)));
  }

  /** Long texts, which nobody repeats, are not kept. */
  private remember<T>(cache: Map<string, T>, entry: string, value: T): void {
    if (entry.length <= longestLabel) {
      cache.set(entry, value);
      this.remembered += 1;
    }
  }
}
