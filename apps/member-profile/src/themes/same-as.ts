import { FacetKind } from '@warren/contracts';
import { similarity } from '@warren/facets';
import type { CountedFacet, Vocabulary } from '@warren/facets';
import { broaderThan } from '../claims/broader.ts';
import { byCodeUnit } from '../community/community.ts';
import { kindOfSide } from './theme-row.ts';
import type { ThemeRow } from './theme-row.ts';

/** Similarity of two labels from which one may be a spelling of the other. */
const near = 0.75;
const mostNamed = 5;

/**
 * Listed facets that may mean the same as a theme: those of its label, by the vocabulary, before broader and narrower ones
 * and spellings near it, each by the number of members. What members look for answers to a need, the rest to the others.
 */
export function sameAs(
  theme: Pick<ThemeRow, 'label' | 'side' | 'folded'>,
  facets: readonly CountedFacet[],
  vocabulary: Vocabulary,
): CountedFacet[] {
  const isNeed = kindOfSide(theme.side) === 'looking_for';
  const folded = vocabulary.fold(theme.label);
  return facets
    .flatMap((facet) => {
      const colon = facet.key.indexOf(':');
      const kind = FacetKind.safeParse(facet.key.slice(0, colon)).data;
      const label = facet.key.slice(colon + 1);
      const isOwn = isNeed && label === theme.folded;
      if (kind === undefined || kind === 'theme' || (kind === 'looking_for') !== isNeed || isOwn) {
        return [];
      }
      const rank = rankOf(label, vocabulary.canonical(folded, kind), folded);
      return rank === undefined ? [] : [{ facet, rank }];
    })
    .sort((a, b) => a.rank - b.rank || b.facet.count - a.facet.count || byCodeUnit(a.facet.key, b.facet.key))
    .slice(0, mostNamed)
    .map(({ facet }) => facet);
}

/** How certain it is that a listed label means the same: 0 the label itself, 1 a broader or narrower one, 2 one alike. */
function rankOf(listed: string, canonical: string, folded: string): number | undefined {
  if (listed === canonical) {
    return 0;
  }
  if (broaderThan(canonical).includes(listed) || broaderThan(listed).includes(canonical)) {
    return 1;
  }
  return Math.max(similarity(listed, folded), similarity(listed, canonical)) >= near ? 2 : undefined;
}
