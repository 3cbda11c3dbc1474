import type { TwoSidedRule } from '@warren/contracts';
import { overlap, unite } from '../membership/counting.ts';
import { carriersOf, facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { Candidate } from './candidate.ts';
import { idsAt, ruleFingerprint } from '../membership/rule-members.ts';
import { countFacets, shareStatistics } from './statistics.ts';
import { checkStop } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import { introduce } from './introductions.ts';

const WISH = 'looking_for:';
const MOST_WISHES = 20;

interface Wish {
  readonly rule: TwoSidedRule;
  readonly id: string;
  readonly given: string;
  readonly givers: Uint32Array;
  readonly seekers: Uint32Array;
  /** As many introductions as can be made at once, seekers who can already do it not counted. */
  readonly met: number;
}

/**
 * What some look for and others have: one candidate for each skill that is both, where different people are. Who
 * looks for company in what nobody calls a skill ("hiking") finds it in those who have it as an interest. What
 * nobody has is no opportunity, nor is what nobody looks for.
 */
export function findWishes(
  membership: Membership,
  minMembers: number,
  focus: ReadonlySet<string> | undefined,
  signal?: CancellationSignal,
): Candidate[] {
  const wishes: Wish[] = [];
  for (const wish of membership.facets) {
    if (!wish.startsWith(WISH)) continue;
    const label = wish.slice(WISH.length);
    const given = [`skill:${label}`, `interest:${label}`].find((key) => facetIndex(membership, key) >= 0);
    if (given === undefined || (focus && !focus.has(wish) && !focus.has(given))) continue;
    const givers = carriersOf(membership, facetIndex(membership, given));
    const seekers = carriersOf(membership, facetIndex(membership, wish));
    const met = Math.min(givers.length, seekers.length - overlap(givers, seekers));
    if (met === 0 || unite(givers, seekers).length < Math.max(2, minMembers)) continue;
    const rule: TwoSidedRule = {
      givers: { clauses: [{ at_least: 1, of: [given] }] },
      seekers: { clauses: [{ at_least: 1, of: [wish] }] },
    };
    wishes.push({ rule, id: ruleFingerprint(rule), given, givers, seekers, met });
  }
  return wishes
    .sort((a, b) => b.met - a.met || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_WISHES)
    .map((wish) => {
      checkStop(signal);
      return toCandidate(membership, wish);
    });
}

function toCandidate(membership: Membership, { rule, id, given, givers, seekers }: Wish): Candidate {
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
    pairs: introduce(membership, givers, seekers, [given]),
  };
}
