import type { TwoSidedRule } from '@warren/contracts';
import { overlap, unite } from '../counting.ts';
import { carriersOf, countOf, facetIndex } from '../membership.ts';
import type { Membership } from '../membership.ts';
import type { Candidate } from '../result.ts';
import { idsAt, ruleFingerprint } from '../rule-members.ts';
import { countFacets, shareStatistics } from '../statistics.ts';
import { introduce } from './introductions.ts';

const WISH = 'looking_for:';
const MOST_WISHES = 20;

/** What some look for and others have: one candidate for each skill that is both, where different people are. */
export function findWishes(
  membership: Membership,
  minMembers: number,
  focus: ReadonlySet<string> | undefined,
): Candidate[] {
  const wishes: { candidate: Candidate; met: number }[] = [];
  for (const wish of membership.facets) {
    if (!wish.startsWith(WISH)) continue;
    const skill = `skill:${wish.slice(WISH.length)}`;
    if (focus && !focus.has(wish) && !focus.has(skill)) continue;
    const given = facetIndex(membership, skill);
    if (given < 0) continue;
    const sought = facetIndex(membership, wish);
    const givers = carriersOf(membership, given);
    const seekers = carriersOf(membership, sought);
    const united = unite(givers, seekers);
    if (united.length < Math.max(2, minMembers)) continue;
    const rule: TwoSidedRule = {
      givers: { clauses: [{ at_least: 1, of: [skill] }] },
      seekers: { clauses: [{ at_least: 1, of: [wish] }] },
    };
    const candidate: Candidate = {
      id: ruleFingerprint(rule),
      category: 'collaboration_opportunity',
      basis: 'wish',
      rule,
      facets: countFacets(membership, rule, united),
      member_ids: idsAt(membership, united),
      statistics: shareStatistics(united.length, membership.described),
      sides: { givers: idsAt(membership, givers), seekers: idsAt(membership, seekers) },
      pairs: introduce(membership, givers, seekers, skill),
    };
    // As many introductions as can be made at once, seekers who can already do it not counted.
    const met = Math.min(countOf(membership, given), seekers.length - overlap(givers, seekers));
    wishes.push({ candidate, met });
  }
  return wishes
    .sort((a, b) => b.met - a.met || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, MOST_WISHES)
    .map(({ candidate }) => candidate);
}
