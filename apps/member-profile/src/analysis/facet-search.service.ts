import { Injectable } from '@nestjs/common';
import type { FoundFacets, ReplyOf, RequestOf } from '@warren/contracts';
import { Vocabulary, resolveFocus, similarity } from '@warren/facets';
import type { CountedFacet } from '@warren/facets';
import { CommunityCache } from '../community/community-cache.ts';
import { byCodeUnit, countedFacets } from '../community/community.ts';
import { KnownNames } from '../privacy/known-names.ts';
import { isPresentable } from '../privacy/presentable.ts';

/** Facets that are compared with a text that names none, the most common. */
const maxCompared = 5_000;
/** Similarity from which a facet is near a text. */
const near = 0.3;

/** Finds the keys of facets by what a text names, or by labels that are alike. */
@Injectable()
export class FacetSearchService {
  constructor(
    private readonly communities: CommunityCache,
    private readonly vocabulary: Vocabulary,
    private readonly names: KnownNames,
  ) {}

  async find({
    texts,
    limit,
  }: RequestOf<'community.find-facets'>): Promise<ReplyOf<'community.find-facets'>> {
    const community = await this.communities.current();
    const all = countedFacets(community).sort((a, b) => b.count - a.count || byCodeUnit(a.key, b.key));
    const matches = texts.map((text) => this.matchesOf(text, all));
    const some = matches.flatMap(({ facets }) => facets.slice(0, 2 * limit));
    const names = await this.names.namesIn(some.flatMap(({ key, label }) => [key, label]));
    return {
      found: matches.map(({ text, known, facets }): FoundFacets => ({
        text,
        known,
        facets: facets
          .slice(0, 2 * limit)
          .filter((facet) => isPresentable(facet, names, this.vocabulary))
          .slice(0, limit)
          .map(({ key, label, count }) => ({ key, label, in_community: count })),
      })),
    };
  }

  private matchesOf(
    text: string,
    all: readonly CountedFacet[],
  ): { text: string; known: boolean; facets: readonly CountedFacet[] } {
    const { facets: keys } = resolveFocus([labelIn(text)], all, this.vocabulary);
    if (keys.size > 0) {
      return { text, known: true, facets: all.filter(({ key }) => keys.has(key)) };
    }
    const folded = this.vocabulary.fold(labelIn(text));
    const alike = all
      .slice(0, maxCompared)
      .map((facet) => ({ facet, score: similarity(folded, this.vocabulary.fold(facet.label)) }))
      .filter(({ score }) => score >= near)
      .sort((a, b) => b.score - a.score);
    return { text, known: false, facets: alike.map(({ facet }) => facet) };
  }
}

/** The label in a facet key, which a rule may have named; any other text as it is. */
function labelIn(text: string): string {
  return /^[a-z_]+:(.+)$/s.exec(text)?.[1] ?? text;
}
