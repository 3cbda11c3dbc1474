import type { TwoSidedRule } from '@warren/contracts';
import type { Candidate } from '../candidates/candidate.ts';
import { introduce } from '../candidates/introductions.ts';
import { countFacets, shareStatistics } from '../candidates/statistics.ts';
import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { overlap, unite } from '../membership/counting.ts';
import { answersIn, isWish } from '../membership/facet-keys.ts';
import { carriersOf, carriersOfAny, facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { idsAt, ruleFingerprint } from '../membership/rule-members.ts';

const mostWishes = 20;

interface Wish {
  readonly rule: TwoSidedRule;
  readonly id: string;
  /** Keys of the facets that answer the wish. */
  readonly answers: readonly string[];
  readonly givers: Uint32Array;
  readonly seekers: Uint32Array;
  /** Seekers who do not have the facet already. */
  readonly inNeed: number;
}

/**
 * Wishes that others can answer: one candidate for each facet that some look for and other people have, as a skill or,
 * where nobody calls it a skill, as a role ("composer"), a theme of what they write or an interest ("hiking"). The greatest need comes first: most
 * seekers for each giver, then most seekers.
 */
export function findWishes({ membership, thresholds, people, focus, signal }: MiningContext): Candidate[] {
  const wishes: Wish[] = [];
  for (const wish of membership.facets) {
    if (!isWish(wish)) {
      continue;
    }
    const answers = answersIn(membership, wish, people);
    const isOutside = focus && ![wish, ...answers].some((key) => focus.has(key));
    if (answers.length === 0 || isOutside === true) {
      continue;
    }
    const givers = carriersOfAny(membership, answers);
    const seekers = carriersOf(membership, facetIndex(membership, wish));
    const inNeed = seekers.length - overlap(givers, seekers);
    if (givers.length === 0 || inNeed === 0) {
      continue;
    }
    if (unite(givers, seekers).length < Math.max(2, thresholds.minMembers)) {
      continue;
    }
    const rule: TwoSidedRule = {
      givers: { clauses: [{ at_least: 1, of: answers }] },
      seekers: { clauses: [{ at_least: 1, of: [wish] }] },
    };
    wishes.push({ rule, id: ruleFingerprint(rule), answers, givers, seekers, inNeed });
  }
  return wishes
    .sort((a, b) => needOf(b) - needOf(a) || b.inNeed - a.inNeed || (a.id < b.id ? -1 : 1))
    .slice(0, mostWishes)
    .map((wish) => {
      checkCancelled(signal);
      return toCandidate(membership, wish);
    });
}

function needOf({ inNeed, givers }: Wish): number {
  return inNeed / givers.length;
}

function toCandidate(membership: Membership, { rule, id, answers, givers, seekers }: Wish): Candidate {
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
    pairs: introduce(membership, givers, seekers, answers),
  };
}
