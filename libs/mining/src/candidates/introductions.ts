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
  const pairs = scoredPairs(membership, givers.slice(0, mostASide), receivers);
  return spread(pairs).map(({ giver, seeker }) => {
    const theirs = new Set(facetsAt(membership, giver));
    const has = [...facetsAt(membership, seeker)];
    const wanted = skillsSought(membership, giver);
    return {
      giver: membership.ids[giver] ?? 0,
      seeker: membership.ids[seeker] ?? 0,
      facet: membership.facets[gift(membership, offers, giver, seeker)] ?? offered[0] ?? '',
      shared: has
        .filter((common) => theirs.has(common))
        .sort((a, b) => countOf(membership, a) - countOf(membership, b) || a - b)
        .slice(0, mostShared)
        .map((common) => membership.facets[common] ?? ''),
      mutual: has.some((facet) => wanted.has(facet)),
    };
  });
}

interface ScoredPair {
  giver: number;
  seeker: number;
  score: number;
}

/** The score of each pair: the rarity of what both have, and 100 for a swap. */
function scoredPairs(membership: Membership, givers: Uint32Array, seekers: Uint32Array): ScoredPair[] {
  const { facets, starts, items } = membership;
  const theirs = new Uint8Array(facets.length);
  const wanted = new Uint8Array(facets.length);
  const pairs: ScoredPair[] = [];
  for (const giver of givers) {
    theirs.fill(0);
    wanted.fill(0);
    for (const facet of facetsAt(membership, giver)) {
      theirs[facet] = 1;
    }
    for (const facet of skillsSought(membership, giver)) {
      wanted[facet] = 1;
    }
    for (const seeker of seekers) {
      let score = 0;
      let isMutual = false;
      for (let at = starts[seeker] ?? 0; at < (starts[seeker + 1] ?? 0); at++) {
        const facet = items[at] ?? 0;
        score += theirs[facet] === 1 ? rarity(membership, facet) : 0;
        isMutual ||= wanted[facet] === 1;
      }
      pairs.push({ giver, seeker, score: score + (isMutual ? 100 : 0) });
    }
  }
  return pairs;
}

/** So many of the best pairs nearly always hold enough that have nobody in common. */
const surelyEnough = 3000;

/** The best pairs, each person in as few of them as can be. */
function spread(pairs: readonly ScoredPair[]): ScoredPair[] {
  const scores = Float64Array.from(pairs, ({ score }) => score).sort();
  const least = scores[scores.length - surelyEnough] ?? 0;
  const best = pairs.filter(({ score }) => score >= least);
  const apart = spreadOver(best);
  const isEnough =
    best.length === pairs.length || (apart.length === mostPairs && apart.every(({ used }) => used === 0));
  return (isEnough ? apart : spreadOver(pairs)).map(({ pair }) => pair);
}

function spreadOver(pairs: readonly ScoredPair[]): { pair: ScoredPair; used: number }[] {
  const uses = new Map<number, number>();
  return pairs
    .toSorted((a, b) => b.score - a.score || a.giver - b.giver || a.seeker - b.seeker)
    .map((pair) => {
      const used = Math.max(uses.get(pair.giver) ?? 0, uses.get(pair.seeker) ?? 0);
      for (const member of [pair.giver, pair.seeker]) {
        uses.set(member, used + 1);
      }
      return { pair, used };
    })
    .sort((a, b) => a.used - b.used)
    .slice(0, mostPairs);
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
