import { overlap } from '../membership/counting.ts';
import { carriersOf, facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';

const WISH = 'looking_for:';
const MOST = 100;

/** Something that members look for, and how many have it. */
export interface Demand {
  /** Key of the wish. */
  readonly wish: string;
  /** Key of what answers it, as a skill or else as an interest; null where nobody has it as either. */
  readonly answer: string | null;
  readonly seekers: number;
  readonly givers: number;
  /** Members who look for it and have it too. */
  readonly both: number;
}

/**
 * Everything looked for against what is there, the most wanted first; what nobody has is a gap, and stands here as well.
 * Who has a thing and who looks for it is counted as for wishes (`findWishes`).
 */
export function findDemand(
  membership: Membership,
  focus?: ReadonlySet<string>,
  most: number = MOST,
): Demand[] {
  const demand: Demand[] = [];
  for (const wish of membership.facets) {
    if (!wish.startsWith(WISH)) continue;
    const label = wish.slice(WISH.length);
    const answer = [`skill:${label}`, `interest:${label}`].find((key) => facetIndex(membership, key) >= 0);
    if (focus && !focus.has(wish) && (answer === undefined || !focus.has(answer))) continue;
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
