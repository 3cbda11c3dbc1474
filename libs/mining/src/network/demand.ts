import { overlap } from '../membership/counting.ts';
import { answersIn, isWish } from '../membership/facet-keys.ts';
import type { People } from '../membership/facet-keys.ts';
import { carriersOf, carriersOfAny, facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';

const defaultMost = 100;

/** Supply and demand of one thing that members look for. */
export interface Demand {
  /** Facet key of the wish. */
  readonly wish: string;
  /** Facet key of the answer, a skill or else a role, a theme or an interest; null where nobody has any. */
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
  people?: People,
): Demand[] {
  const demand: Demand[] = [];
  for (const wish of membership.facets) {
    if (!isWish(wish)) {
      continue;
    }
    const answers = answersIn(membership, wish, people);
    if (focus && ![wish, ...answers].some((key) => focus.has(key))) {
      continue;
    }
    const seekers = carriersOf(membership, facetIndex(membership, wish));
    const givers = carriersOfAny(membership, answers);
    demand.push({
      wish,
      answer: answers[0] ?? null,
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
