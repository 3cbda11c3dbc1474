import type { TwoSidedRule } from '@warren/contracts';
import type { Candidate } from '../candidates/candidate.ts';
import { introduce } from '../candidates/introductions.ts';
import { countFacets, shareStatistics } from '../candidates/statistics.ts';
import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { overlap, unite } from '../membership/counting.ts';
import { answerTo, isWish } from '../membership/facet-keys.ts';
import { carriersOf, facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { idsAt, ruleFingerprint } from '../membership/rule-members.ts';

const mostWishes = 20;

interface Wish {
  readonly rule: TwoSidedRule;
  readonly id: string;
  /** Key of the facet that answers the wish. */
  readonly answer: string;
  readonly givers: Uint32Array;
  readonly seekers: Uint32Array;
  /** Number of introductions that can be made at once, not counting seekers who have the facet already. */
  readonly introductions: number;
}

/**
 * Wishes that others can answer: one candidate for each facet that some look for and other people have, as a skill or,
 * where nobody calls it a skill ("hiking"), as an interest.
 */
export function findWishes({ membership, thresholds, focus, signal }: MiningContext): Candidate[] {
  const wishes: Wish[] = [];
  for (const wish of membership.facets) {
    if (!isWish(wish)) {
      continue;
    }
    const answer = answerTo(membership, wish);
    if (answer === undefined || (focus && !focus.has(wish) && !focus.has(answer))) {
      continue;
    }
    const givers = carriersOf(membership, facetIndex(membership, answer));
    const seekers = carriersOf(membership, facetIndex(membership, wish));
    const introductions = Math.min(givers.length, seekers.length - overlap(givers, seekers));
    if (introductions === 0) {
      continue;
    }
    if (unite(givers, seekers).length < Math.max(2, thresholds.minMembers)) {
      continue;
    }
    const rule: TwoSidedRule = {
      givers: { clauses: [{ at_least: 1, of: [answer] }] },
      seekers: { clauses: [{ at_least: 1, of: [wish] }] },
    };
    wishes.push({ rule, id: ruleFingerprint(rule), answer, givers, seekers, introductions });
  }
  return wishes
    .sort((a, b) => b.introductions - a.introductions || (a.id < b.id ? -1 : 1))
    .slice(0, mostWishes)
    .map((wish) => {
      checkCancelled(signal);
      return toCandidate(membership, wish);
    });
}

function toCandidate(membership: Membership, { rule, id, answer, givers, seekers }: Wish): Candidate {
  const united = unite(givers, seekers);
  return {
    id,
    category: 'collaboration_opportunity',
    basis: 'wish',
    rule,
    facets: countFacets(membership, rule, united),
    member_ids: idsAt(membership, united),
    statistics: shareStatistics(united.length, membership.described),
    sides: { givers: idsAt(membership, givers), seekers: idsAt(membership, seekers) },
    pairs: introduce(membership, givers, seekers, [answer]),
  };
}
