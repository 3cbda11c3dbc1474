import { Injectable } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { membersOfRule } from '@warren/mining';
import { NamedFacetsService } from '../claims/named-facets.service.ts';
import { CommunityCache } from '../community/community-cache.ts';
import { countAt, labelOf } from '../community/community.ts';
import type { Community } from '../community/community.ts';
import { ProfilesService } from './profiles.service.ts';
import { stemTerms, termsOfLabel, writtenTerms } from './written-terms.ts';

/** Members whose texts are read; of a larger pattern their lists alone. */
const mostRead = 400;
/** Labels that are told as what the members do carry, and the least carriers of one in the community. */
const mostTold = 12;
const minCarriers = 3;

/** Counts how many of a pattern's members carry the facets that texts about it name: in their lists or in their texts. */
@Injectable()
export class CarriedFacetsService {
  constructor(
    private readonly naming: NamedFacetsService,
    private readonly profiles: ProfilesService,
    private readonly communities: CommunityCache,
  ) {}

  async namedFacets({
    texts,
    rule,
    member_ids,
  }: RequestOf<'community.named-facets'>): Promise<ReplyOf<'community.named-facets'>> {
    const reply = await this.naming.namedFacets({ texts });
    if (rule === undefined && member_ids === undefined) {
      return reply;
    }
    const community = await this.communities.current();
    const ofRule = rule === undefined ? [] : membersOfRule(community.membership, rule);
    const among = new Set(member_ids ?? ofRule);
    const index = await this.naming.index();
    const listed = carriersByFacet(community, among).map((facet) => ({
      ...facet,
      terms: termsOfLabel(labelOf(community, facet.key), facet.key, index),
    }));
    const written =
      among.size > mostRead
        ? []
        : (await this.profiles.tellableTexts([...among])).map((member) => writtenTerms(member, index));
    const named = reply.named.map((facet) => {
      const isWord = /^\p{L}{4,}$/u.test(facet.label);
      const names = [facet.folded, ...facet.also, ...(isWord ? stemTerms(facet.label) : [])];
      const isNamed = (terms: ReadonlySet<string>): boolean => names.some((name) => terms.has(name));
      const has = new Set<number>();
      const otherwise = new Set<number>();
      const everybody = new Set<number>();
      for (const { key, carriers, all, terms } of listed) {
        if (!isNamed(terms)) {
          continue;
        }
        const isWish = key.startsWith('looking_for:');
        carriers.forEach((id) => (isWish ? otherwise : has).add(id));
        if (!isWish) {
          all.forEach((id) => everybody.add(id));
        }
      }
      for (const { id, own, other } of written) {
        if (isNamed(own)) {
          has.add(id);
        } else if (isNamed(other)) {
          otherwise.add(id);
        }
      }
      const carriers = {
        has: has.size,
        otherwise: [...otherwise].filter((id) => !has.has(id)).length,
        in_community: everybody.size,
      };
      return { ...facet, carriers };
    });
    const carried = listed
      .filter(({ key, all }) => !key.startsWith('looking_for:') && all.length >= minCarriers)
      .map(({ key, carriers }) => ({ label: labelOf(community, key), members: carriers.length }))
      .sort((a, b) => b.members - a.members)
      .slice(0, mostTold);
    return {
      ...reply,
      named,
      members: among.size,
      total_active_members: community.membership.ids.length,
      carried,
    };
  }
}

/** The facets that some members carry, with those of them who do, and with all who do. */
function carriersByFacet(
  { membership }: Community,
  among: ReadonlySet<number>,
): { key: string; carriers: number[]; all: number[] }[] {
  return membership.facets.flatMap((key, at) => {
    const start = membership.carrierStarts[at] ?? 0;
    const positions = membership.carriers.slice(start, start + countAt(membership, at));
    const all = Array.from(positions, (position) => membership.ids[position] ?? 0);
    const carriers = all.filter((id) => among.has(id));
    return carriers.length === 0 ? [] : [{ key, carriers, all }];
  });
}
