import { FacetKind, PatternCategory, categories as categoryTerms } from '@warren/contracts';
import type { CommunityAnalysis } from '@warren/contracts';
import type { Vocabulary } from '../facets/vocabulary.ts';
import { similarity } from './nearest.ts';

/** A facet of a community: its key, the spelling most members use, and how many of them carry it. */
export interface CountedFacet {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** Focus areas resolved against a community. */
export interface Focus {
  facets: ReadonlySet<string>;
  categories: readonly PatternCategory[];
  /** Summary for the analysis. */
  reported: NonNullable<CommunityAnalysis['focus']>;
}

/** Maximum number of facets in the summary, most common first: a kind may have any number. */
const maxReported = 200;
const maxCompared = 5_000;
const nearestNamed = 5;

const kindNames: Record<FacetKind, readonly string[]> = {
  skill: ['skill'],
  interest: ['interest', 'hobby', 'hobbies'],
  looking_for: ['looking for', 'wish', 'wishes'],
  trait: ['trait'],
  role: ['role'],
  location: ['location', 'place'],
  theme: ['theme'],
};

/** Matches focus areas, by whole words, with labels, aliases, kinds and categories; `all` is every facet there is. */
export function resolveFocus(
  areas: readonly string[],
  all: readonly CountedFacet[],
  vocabulary: Vocabulary,
): Focus {
  const known = new Map<string, CountedFacet>();
  const categories = new Set<PatternCategory>();
  const unknown: { area: string; nearest: string[] }[] = [];
  for (const area of areas) {
    const words = spellings(vocabulary.fold(area.replaceAll('_', ' ')));
    const facets = all.filter(facetMatcher(words, vocabulary));
    const named = PatternCategory.options.filter((category) =>
      categoryTerms[category].aliases.some((name) => words.includes(name)),
    );
    if (facets.length + named.length === 0) {
      unknown.push({ area, nearest: nearestLabels(words[0] ?? '', all, vocabulary) });
    }
    facets.forEach((facet) => known.set(facet.key, facet));
    named.forEach((category) => categories.add(category));
  }
  const mostCommon = [...known.values()]
    .sort((a, b) => b.count - a.count || byCodeUnit(a.key, b.key))
    .slice(0, maxReported)
    .map(({ key }) => key);
  return {
    facets: new Set(known.keys()),
    categories: [...categories],
    reported: { known: mostCommon, categories: [...categories], unknown },
  };
}

/** Returns whether a candidate is in a focus: it has one of its categories, or one of its facets. */
export function isInFocus(
  candidate: { readonly category: PatternCategory; readonly facets: readonly { readonly key: string }[] },
  { facets, categories }: Focus,
): boolean {
  return categories.includes(candidate.category) || candidate.facets.some(({ key }) => facets.has(key));
}

/** A folded area as written, and with or without the s of a plural. */
function spellings(folded: string): string[] {
  return folded === '' ? [] : [folded, folded.endsWith('s') ? folded.slice(0, -1) : `${folded}s`];
}

function facetMatcher(words: readonly string[], vocabulary: Vocabulary): (facet: CountedFacet) => boolean {
  const kinds = new Set<string>(
    FacetKind.options.filter((kind) => kindNames[kind].some((name) => words.includes(name))),
  );
  const matches = (folded: string): boolean =>
    words.some((word) => folded.includes(word) && ` ${folded} `.includes(` ${word} `));
  const meant = new Set<string>();
  for (const kind of FacetKind.options) {
    for (const [name, canonical] of vocabulary.names(kind)) {
      if (matches(name)) {
        meant.add(`${kind}:${canonical}`);
      }
    }
  }
  return ({ key, label }) => {
    const colon = key.indexOf(':');
    return (
      kinds.has(key.slice(0, colon)) ||
      meant.has(key) ||
      matches(key.slice(colon + 1)) ||
      matches(vocabulary.fold(label))
    );
  };
}

/** The labels most similar to an unknown area; ties go to the more common. */
function nearestLabels(folded: string, all: readonly CountedFacet[], vocabulary: Vocabulary): string[] {
  const compared = [...all]
    .sort((a, b) => b.count - a.count || byCodeUnit(a.key, b.key))
    .slice(0, maxCompared)
    .map(({ label }) => ({ label, folded: vocabulary.fold(label) }))
    .map((facet) => ({ ...facet, score: similarity(folded, facet.folded) }))
    .sort((a, b) => b.score - a.score);
  const alike = new Map<string, string>();
  for (const { folded, label } of compared) {
    if (!alike.has(folded)) {
      alike.set(folded, label);
    }
  }
  return [...alike.values()].slice(0, nearestNamed);
}

/** Compares by code units, independently of the machine's locale. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
