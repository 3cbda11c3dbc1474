import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NamedFacet, ReplyOf, RequestOf } from '@warren/contracts';
import { ProseIndex, Vocabulary } from '@warren/facets';
import { CommunityCache } from '../community/community-cache.ts';
import type { Community } from '../community/community.ts';
import { claimIndexOf } from './claim-index.ts';
import { claimMatchingRules } from './claim-matching-rules.ts';
import { germanTrades } from './german-trades.ts';
import { namedFacets } from './named-facets.ts';

/** Finds the facets that texts about the community name, so that their claims can be checked against evidence. */
@Injectable()
export class NamedFacetsService {
  private readonly base: ProseIndex;
  /** One index per revision; it is collected together with its community. */
  private readonly indexes = new WeakMap<Community, Promise<ProseIndex>>();

  constructor(
    private readonly communities: CommunityCache,
    private readonly vocabulary: Vocabulary,
  ) {
    this.base = new ProseIndex(vocabulary, [], claimMatchingRules);
    const trades = germanTrades((label) => vocabulary.canonical(label, 'looking_for'));
    trades.forEach((trade) => this.base.add(trade));
  }

  async namedFacets({
    texts,
  }: Pick<RequestOf<'community.named-facets'>, 'texts'>): Promise<ReplyOf<'community.named-facets'>> {
    const community = await this.communities.current();
    const index = await this.indexOf(community);
    const named: NamedFacet[] = [];
    for (const [at, text] of texts.entries()) {
      named.push(...namedFacets(text, at, index));
      await setImmediate();
    }
    return { revision: community.revision, named };
  }

  /** The index of everything that a claim about the community may name today. */
  async index(): Promise<ProseIndex> {
    return this.indexOf(await this.communities.current());
  }

  private indexOf(community: Community): Promise<ProseIndex> {
    const index = this.indexes.get(community) ?? claimIndexOf(community, this.base, this.vocabulary);
    this.indexes.set(community, index);
    return index;
  }
}
