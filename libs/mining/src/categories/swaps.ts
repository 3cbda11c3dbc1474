import type { TwoSidedRule } from '@warren/contracts';
import type { Candidate } from '../candidates/candidate.ts';
import { introduce } from '../candidates/introductions.ts';
import { countFacets, shareStatistics } from '../candidates/statistics.ts';
import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { unite } from '../membership/counting.ts';
import { answersIn, isWish } from '../membership/facet-keys.ts';
import { facetsAt } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { idsAt, positionsOfSide, ruleFingerprint } from '../membership/rule-members.ts';

const mostSwaps = 10;
/** Offers and wishes of one member that are combined; a profile with more is no offer of all of them. */
const mostOfOne = 50;

/** Half a swap: members who have one thing and look for another. */
interface Half {
  readonly offer: string;
  readonly wish: string;
  members: number;
}

interface Swap {
  readonly rule: TwoSidedRule;
  readonly id: string;
  /** Number of introductions that can be made at once. */
  readonly introductions: number;
}

/**
 * Swaps: two wishes that answer each other, some having the one thing and looking for the other, and other people the
 * reverse. Most introductions at once come first.
 */
export function findSwaps({ membership, thresholds, focus, signal }: MiningContext): Candidate[] {
  const halves = halvesOf(membership);
  const swaps: Swap[] = [];
  for (const { offer, wish, members } of halves.values()) {
    const [answer] = answersIn(membership, wish);
    const wishForOffer = `looking_for:${offer.slice(offer.indexOf(':') + 1)}`;
    // Each swap once, though either half leads to it.
    if (answer === undefined || answer <= offer) {
      continue;
    }
    const other = halves.get(nameOf(answer, wishForOffer));
    if (!other || (focus && ![offer, wish, answer, wishForOffer].some((key) => focus.has(key)))) {
      continue;
    }
    const side = (has: string, wants: string) => ({
      clauses: [
        { at_least: 1, of: [has] },
        { at_least: 1, of: [wants] },
      ],
    });
    const rule: TwoSidedRule = { givers: side(offer, wish), seekers: side(answer, wishForOffer) };
    swaps.push({ rule, id: ruleFingerprint(rule), introductions: Math.min(members, other.members) });
  }
  const candidates: Candidate[] = [];
  for (const swap of swaps.sort((a, b) => b.introductions - a.introductions || (a.id < b.id ? -1 : 1))) {
    if (candidates.length === mostSwaps) {
      break;
    }
    checkCancelled(signal);
    const candidate = toCandidate(membership, swap, Math.max(2, thresholds.minMembers));
    if (candidate) {
      candidates.push(candidate);
    }
  }
  return candidates;
}

/** Halves of swaps: every answer to a wish that somebody has who looks for something else. */
function halvesOf(membership: Membership): Map<string, Half> {
  const wished = new Set<string>();
  for (const key of membership.facets) {
    const [answer] = isWish(key) ? answersIn(membership, key) : [];
    if (answer !== undefined) {
      wished.add(answer);
    }
  }
  const halves = new Map<string, Half>();
  for (let member = 0; member < membership.ids.length; member++) {
    const keys = Array.from(facetsAt(membership, member), (facet) => membership.facets[facet] ?? '');
    const wishes = keys.filter(isWish).slice(0, mostOfOne);
    const offers = wishes.length === 0 ? [] : keys.filter((key) => wished.has(key)).slice(0, mostOfOne);
    for (const offer of offers) {
      for (const wish of wishes) {
        const half = halves.get(nameOf(offer, wish)) ?? { offer, wish, members: 0 };
        half.members++;
        halves.set(nameOf(offer, wish), half);
      }
    }
  }
  return halves;
}

function nameOf(offer: string, wish: string): string {
  return JSON.stringify([offer, wish]);
}

function toCandidate(membership: Membership, { rule, id }: Swap, minMembers: number): Candidate | undefined {
  const givers = positionsOfSide(membership, rule.givers);
  const seekers = positionsOfSide(membership, rule.seekers);
  const united = unite(givers, seekers);
  const pairs = introduce(membership, givers, seekers, rule.givers.clauses[0]?.of ?? []);
  if (united.length < minMembers || pairs.length === 0) {
    return undefined;
  }
  return {
    id,
    category: 'collaboration_opportunity',
    basis: 'swap',
    rule,
    facets: countFacets(membership, rule, united),
    member_ids: idsAt(membership, united),
    statistics: shareStatistics(united.length, membership.described),
    sides: { givers: idsAt(membership, givers), seekers: idsAt(membership, seekers) },
    pairs,
  };
}
