import { Injectable } from '@nestjs/common';
import { facetsOfRule } from '@warren/contracts';
import type {
  PairOfPattern,
  MemberBrief,
  Pattern,
  PatternMember,
  PatternMemberPage,
} from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import type { PageQuery } from '../http/pagination.ts';

/** Joins members from the member service with their part in a pattern. */
@Injectable()
export class PatternMembers {
  constructor(private readonly requests: RequestClient) {}

  /** Page of a pattern's members, its bridges first, in the order of their ids, without members erased meanwhile. */
  async page(id: number, { page, per_page }: PageQuery): Promise<PatternMemberPage> {
    const pattern = await this.requests.ask('patterns.get', { id });
    const bridges = new Set(pattern.evidence.bridges);
    const ordered = [
      ...pattern.related_member_ids.filter((memberId) => bridges.has(memberId)),
      ...pattern.related_member_ids.filter((memberId) => !bridges.has(memberId)),
    ];
    const ids = ordered.slice((page - 1) * per_page, page * per_page);
    const { members } =
      ids.length === 0 ? { members: [] } : await this.requests.ask('members.briefs', { ids });
    const place = new Map(ids.map((memberId, index) => [memberId, index]));
    return {
      members: members
        .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
        .map((brief) => memberOf(pattern, brief)),
      total: pattern.related_member_ids.length,
      page,
      per_page,
    };
  }

  /** Pairs of a pattern with names, without pairs of members erased meanwhile. */
  async introductions(id: number): Promise<PairOfPattern[]> {
    const { evidence } = await this.requests.ask('patterns.get', { id });
    const pairs = evidence.pairs ?? [];
    const ids = [...new Set(pairs.flatMap(({ giver, seeker }) => [giver, seeker]))];
    const { members } =
      ids.length === 0 ? { members: [] } : await this.requests.ask('members.briefs', { ids });
    return introductionsOf(evidence, members);
  }
}

/** Pairs of the evidence whose members are both known, with names. */
export function introductionsOf(
  { pairs = [], facets }: Pattern['evidence'],
  briefs: readonly MemberBrief[],
): PairOfPattern[] {
  const people = new Map(
    briefs.map(({ id, first_name, last_name }) => [id, { id, first_name, last_name }] as const),
  );
  return pairs.flatMap(({ giver: giverId, seeker: seekerId, facet: key }) => {
    const [giver, seeker] = [people.get(giverId), people.get(seekerId)];
    const label = facets.find((facet) => facet.key === key)?.label ?? key.slice(key.indexOf(':') + 1);
    return giver === undefined || seeker === undefined ? [] : [{ giver, seeker, facet: { key, label } }];
  });
}

/** Member as part of a pattern: only with the facets its rule names and the quotes it has. */
export function memberOf({ evidence }: Pattern, brief: MemberBrief): PatternMember {
  const named = new Set(evidence.rule === undefined ? [] : facetsOfRule(evidence.rule));
  return {
    ...brief,
    facets: brief.facets.filter(({ key }) => named.has(key)),
    quotes: (evidence.quotes ?? [])
      .filter(({ member_id }) => member_id === brief.id)
      .map(({ quote }) => quote),
    side: evidence.bridges?.includes(brief.id) === true ? 'both' : sideOf(evidence.sides, brief.id),
  };
}

function sideOf(sides: Pattern['evidence']['sides'], id: number): PatternMember['side'] {
  const gives = sides?.givers.includes(id) === true;
  const seeks = sides?.seekers.includes(id) === true;
  if (gives && seeks) {
    return 'both';
  }
  if (gives) {
    return 'giver';
  }
  return seeks ? 'seeker' : null;
}
