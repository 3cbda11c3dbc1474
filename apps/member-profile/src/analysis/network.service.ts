import { Injectable } from '@nestjs/common';
import type { CommunityDemand, FacetNetwork } from '@warren/contracts';
import { Vocabulary } from '@warren/facets';
import { nullModelVersion } from '@warren/mining';
import { CommunityCache } from '../community/community-cache.ts';
import { countedFacets, labelOf } from '../community/community.ts';
import type { Community } from '../community/community.ts';
import { KnownNames } from '../privacy/known-names.ts';
import { isPresentable } from '../privacy/presentable.ts';
import { MiningResults } from './mining-results.ts';
import { toNetwork } from './to-network.ts';
import { Topics } from './topics/topics.ts';

/** Network of the community's facets, and its unmet demand; both are parts of the same analysis. */
@Injectable()
export class NetworkService {
  constructor(
    private readonly communities: CommunityCache,
    private readonly results: MiningResults,
    private readonly vocabulary: Vocabulary,
    private readonly names: KnownNames,
  ) {}

  async network(signal?: AbortSignal): Promise<FacetNetwork> {
    const { community, mined } = await this.analysed(signal);
    const facets = await this.shown(
      community,
      mined.links.flatMap(({ between }) => between),
    );
    const { revision, membership } = community;
    return {
      revision,
      total_active_members: membership.ids.length,
      ...toNetwork(mined.links, facets, Topics.of(this.vocabulary)),
      null_model: nullModelVersion,
    };
  }

  async demand(signal?: AbortSignal): Promise<CommunityDemand> {
    const { community, mined } = await this.analysed(signal);
    const facets = await this.shown(
      community,
      mined.demand.map(({ wish }) => wish),
    );
    const { revision, membership } = community;
    return {
      revision,
      total_active_members: membership.ids.length,
      wishes: mined.demand.flatMap(({ wish, answer, seekers, givers, both }) => {
        const facet = facets.get(wish);
        return facet ? [{ key: wish, label: facet.label, seekers, givers, both, answer }] : [];
      }),
    };
  }

  private async analysed(signal: AbortSignal | undefined) {
    const community = await this.communities.current();
    signal?.throwIfAborted();
    return { community, mined: await this.results.analyse(community, undefined, signal) };
  }

  /** The given facets that may be shown, by key: none that is a member's name. */
  private async shown(community: Community, keys: readonly string[]) {
    const wanted = new Set(keys);
    const known = await this.names.namesIn([...wanted].flatMap((key) => [key, labelOf(community, key)]));
    return new Map(
      countedFacets(community)
        .filter((facet) => wanted.has(facet.key) && isPresentable(facet, known, this.vocabulary))
        .map((facet) => [facet.key, facet]),
    );
  }
}
