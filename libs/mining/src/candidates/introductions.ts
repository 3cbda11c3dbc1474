import { isWish, labelOf } from '../membership/facet-keys.ts';
import { countOf, facetIndex, facetsAt } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { Introduction } from './candidate.ts';

const mostPairs = 20;
/** Most members of each side who are compared: twenty introductions are chosen well enough among 90,000. */
const mostASide = 300;
const mostShared = 3;

/**
 * Introductions of givers to seekers: swaps first, where the seeker has a skill that the giver looks for, then the
 * pairs with most in common, rare facets counting more; each person is in few of the pairs. Each pair names the rarest
 * of the offered facets that its giver has and its seeker lacks.
 */
export function introduce(
  membership: Membership,
  givers: Uint32Array,
  seekers: Uint32Array,
  offered: readonly string[],
): Introduction[] {
  const isGiver = new Set(givers);
  const receivers = seekers.filter((seeker) => !isGiver.has(seeker)).slice(0, mostASide);
  const offers = offered
    .map((key) => facetIndex(membership, key))
    .filter((facet) => facet >= 0)
    .sort((a, b) => countOf(membership, a) - countOf(membership, b) || a - b);
  const pairs: { giver: number; seeker: number; shared: number[]; mutual: boolean; score: number }[] = [];
  const listed = Array.from(receivers, (seeker) => ({ seeker, has: [...facetsAt(membership, seeker)] }));
  for (const giver of givers.slice(0, mostASide)) {
    const theirs = new Set(facetsAt(membership, giver));
    const wanted = skillsSought(membership, giver);
    for (const { seeker, has } of listed) {
      const shared = has.filter((common) => theirs.has(common));
      const mutual = wanted.size > 0 && has.some((facet) => wanted.has(facet));
      const score = shared.reduce((sum, common) => sum + rarity(membership, common), 0) + (mutual ? 100 : 0);
      pairs.push({ giver, seeker, shared, mutual, score });
    }
  }
  pairs.sort((a, b) => b.score - a.score || a.giver - b.giver || a.seeker - b.seeker);
  const uses = new Map<number, number>();
  const spread = pairs.map((pair) => {
    const used = Math.max(uses.get(pair.giver) ?? 0, uses.get(pair.seeker) ?? 0);
    for (const member of [pair.giver, pair.seeker]) {
      uses.set(member, used + 1);
    }
    return { pair, used };
  });
  return spread
    .sort((a, b) => a.used - b.used)
    .slice(0, mostPairs)
    .map(({ pair: { giver, seeker, shared, mutual } }) => ({
      giver: membership.ids[giver] ?? 0,
      seeker: membership.ids[seeker] ?? 0,
      facet: membership.facets[gift(membership, offers, giver, seeker)] ?? offered[0] ?? '',
      shared: shared
        .sort((a, b) => countOf(membership, a) - countOf(membership, b) || a - b)
        .slice(0, mostShared)
        .map((common) => membership.facets[common] ?? ''),
      mutual,
    }));
}

/** The offered facet that a pair names: one that the seeker lacks, if there is one. */
function gift(membership: Membership, offers: readonly number[], giver: number, seeker: number): number {
  const theirs = new Set(facetsAt(membership, giver));
  const ofSeeker = new Set(facetsAt(membership, seeker));
  const given = offers.filter((facet) => theirs.has(facet));
  return given.find((facet) => !ofSeeker.has(facet)) ?? given[0] ?? -1;
}

/** Skills that a member looks for, as facet indices. */
function skillsSought(membership: Membership, member: number): Set<number> {
  const skills = [...facetsAt(membership, member)]
    .map((facet) => membership.facets[facet] ?? '')
    .filter(isWish)
    .map((key) => facetIndex(membership, `skill:${labelOf(key)}`));
  return new Set(skills.filter((facet) => facet >= 0));
}

function rarity(membership: Membership, facet: number): number {
  return Math.log(membership.described / Math.max(1, countOf(membership, facet)));
}
