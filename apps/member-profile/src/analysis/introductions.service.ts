import { Injectable } from '@nestjs/common';
import type { MemberFacet, ReplyOf, RequestOf } from '@warren/contracts';
import { Vocabulary } from '@warren/facets';
import { answersOf } from '@warren/mining';
import { CommunityCache } from '../community/community-cache.ts';
import { countedFacets, labelOf } from '../community/community.ts';
import type { Community } from '../community/community.ts';
import { MiningPool } from '../mining/mining-pool.ts';
import { KnownNames } from '../privacy/known-names.ts';
import { isPresentable } from '../privacy/presentable.ts';
import { Sensitivity } from '../privacy/sensitivity.ts';

/**
 * Proposes members to introduce to each other. What is sensitive is no reason, whatever its owner agreed to: an
 * introduction tells it to one certain person. Neither is a label that could name a member.
 */
@Injectable()
export class IntroductionsService {
  constructor(
    private readonly communities: CommunityCache,
    private readonly pool: MiningPool,
    private readonly vocabulary: Vocabulary,
    private readonly names: KnownNames,
    private readonly sensitivity: Sensitivity,
  ) {}

  async propose(
    { facets, known, most }: RequestOf<'community.introductions'>,
    signal?: AbortSignal,
  ): Promise<ReplyOf<'community.introductions'>> {
    const community = await this.communities.current();
    signal?.throwIfAborted();
    const answers = await this.answersIn(community);
    const found = await this.pool.introduce(
      community.membership,
      {
        answers,
        known: known.map(([seeker, giver, need, offer, state]) => ({
          seeker,
          giver,
          need: facets[need] ?? '',
          offer: facets[offer] ?? '',
          state,
        })),
        most,
      },
      signal,
    );
    const shared = await this.tellable(
      community,
      found.proposed.flatMap((one) => one.shared),
    );
    const facet = (key: string): MemberFacet => ({ key, label: labelOf(community, key) });
    return {
      revision: community.revision,
      proposed: found.proposed.map((one) => ({
        ...one,
        need: facet(one.need),
        offer: facet(one.offer),
        shared: one.shared.filter((key) => shared.has(key)).map(facet),
      })),
      known: [...found.known],
    };
  }

  /** The facets that answer each wish, of those that may be told; roles and traits by what they mean as a wish. */
  private async answersIn(community: Community): Promise<Map<string, string[]>> {
    const answers = answersOf(community.membership.facets, (label) =>
      this.vocabulary.canonical(label, 'looking_for'),
    );
    const tellable = await this.tellable(community, [...answers].flat(2));
    return new Map(
      [...answers]
        .filter(([wish]) => tellable.has(wish))
        .map(([wish, offers]) => [wish, offers.filter((offer) => tellable.has(offer))]),
    );
  }

  private async tellable(community: Community, keys: readonly string[]): Promise<Set<string>> {
    const wanted = new Set(keys);
    const known = await this.names.namesIn([...wanted].flatMap((key) => [key, labelOf(community, key)]));
    return new Set(
      countedFacets(community)
        .filter(({ key }) => wanted.has(key))
        .filter(
          (facet) =>
            !this.sensitivity.words.isSensitiveFacet(facet.key, facet.label) &&
            isPresentable(facet, known, this.vocabulary),
        )
        .map(({ key }) => key),
    );
  }
}
