import { overlap } from '../membership/counting.ts';
import { answerTo, isWish } from '../membership/facet-keys.ts';
import { carriersOf, facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';

const defaultMost = 100;

/** Supply and demand of one thing that members look for. */
export interface Demand {
  /** Facet key of the wish. */
  readonly wish: string;
  /** Facet key of the answer, a skill or else an interest; null where nobody has either. */
  readonly answer: string | null;
  readonly seekers: number;
  readonly givers: number;
  /** Members who look for it and have it too. */
  readonly both: number;
}

/**
 * Demand for everything that members look for, the most wanted first, including what nobody has. Seekers and givers are
 * counted as for wishes (`findWishes`).
 */
export function findDemand(
  membership: Membership,
  focus?: ReadonlySet<string>,
  most: number = defaultMost,
): Demand[] {
  const demand: Demand[] = [];
  for (const wish of membership.facets) {
    if (!isWish(wish)) {
      continue;
    }
    const answer = answerTo(membership, wish);
    if (focus && !focus.has(wish) && (answer === undefined || !focus.has(answer))) {
      continue;
    }
    const seekers = carriersOf(membership, facetIndex(membership, wish));
    const givers =
      answer === undefined ? new Uint32Array(0) : carriersOf(membership, facetIndex(membership, answer));
    demand.push({
      wish,
      answer: answer ?? null,
      seekers: seekers.length,
      givers: givers.length,
      both: overlap(givers, seekers),
    });
  }
  return demand
    .filter(({ seekers }) => seekers > 0)
    .sort((a, b) => b.seekers - a.seekers || a.givers - b.givers || (a.wish < b.wish ? -1 : 1))
    .slice(0, most);
}
