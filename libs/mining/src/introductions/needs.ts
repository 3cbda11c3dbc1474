import { facetIndex, carriersOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { byKey } from './semi-matching.ts';

/** Something that members look for and others have. */
export interface Need {
  /** Facet key of the wish. */
  readonly wish: string;
  /** Facets that answer it, as indices, preferred first. */
  readonly offers: readonly number[];
  /** Members who have one of these, ascending. */
  readonly givers: Uint32Array;
  /** Members who look for it and have none of these, ascending. */
  readonly seekers: Uint32Array;
}

/** Needs, and by member which they have and which they can answer, as indices of `needs`. */
export interface Needs {
  /** Greatest need first. */
  readonly needs: readonly Need[];
  /** Index of a need by its wish. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly ofSeeker: (member: number) => Uint32Array;
  readonly ofGiver: (member: number) => Uint32Array;
}

/**
 * Finds the needs of a membership that somebody can answer.
 * @param answers keys of the facets that answer each wish, preferred first; a wish that is not in it gives no need
 */
export function findNeeds(membership: Membership, answers: ReadonlyMap<string, readonly string[]>): Needs {
  const needs: Need[] = [];
  for (const [wish, keys] of answers) {
    const facet = facetIndex(membership, wish);
    const offers = keys.map((key) => facetIndex(membership, key)).filter((offer) => offer >= 0);
    if (facet < 0 || offers.length === 0) {
      continue;
    }
    const givers = united(offers.map((offer) => carriersOf(membership, offer)));
    const seekers = without(carriersOf(membership, facet), givers);
    if (seekers.length > 0) {
      needs.push({ wish, offers, givers, seekers });
    }
  }
  needs.sort((a, b) => scarcityOf(a) - scarcityOf(b) || (a.wish < b.wish ? -1 : 1));
  const members = membership.ids.length;
  return {
    needs,
    indexOf: new Map(needs.map(({ wish }, index) => [wish, index])),
    ofSeeker: byMember(needs, ({ seekers }) => seekers, members),
    ofGiver: byMember(needs, ({ givers }) => givers, members),
  };
}

/** Givers for each seeker: the fewer, the greater the need. */
export function scarcityOf({ givers, seekers }: Need): number {
  return givers.length / seekers.length;
}

function united(lists: readonly Uint32Array[]): Uint32Array {
  const [only = new Uint32Array(0)] = lists;
  return lists.length === 1 ? only : Uint32Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
}

function without(list: Uint32Array, others: Uint32Array): Uint32Array {
  const left = new Set(others);
  return list.filter((member) => !left.has(member));
}

function byMember(
  needs: readonly Need[],
  side: (need: Need) => Uint32Array,
  members: number,
): (member: number) => Uint32Array {
  const sizes = needs.map((need) => side(need).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const memberOf = new Uint32Array(total);
  const needOf = new Uint32Array(total);
  let at = 0;
  for (const [index, need] of needs.entries()) {
    memberOf.set(side(need), at);
    needOf.fill(index, at, at + side(need).length);
    at += side(need).length;
  }
  const { starts, items } = byKey(memberOf, members);
  const found = items.map((place) => needOf[place] ?? 0);
  return (member) => found.subarray(starts[member], starts[member + 1]);
}
