import type { MemberFacets } from '@warren/mining';
import { facetKey } from '@warren/mining/test/communities';
import { createRandom, normal, sample } from '@warren/mining/test/random';

const meanListed = 8;
const groups = 12;

/** Options of a community for timing. */
interface LargeCommunityOptions {
  /** Number of members who list `longest` facets, or all where there are fewer, uniformly drawn; default 30. */
  readonly longProfiles?: number;
  /** Default 500. */
  readonly longest?: number;
  readonly seed?: number;
}

/**
 * Draws a community for timing, member by member: about 8 facets a member, facet popularity by a power law, a few
 * members with very long profiles, and twelve planted groups of three to five facets that contain a tenth of the
 * members.
 */
export function* largeCommunity(
  members: number,
  facets: number,
  { longProfiles = 30, longest = 500, seed = 7 }: LargeCommunityOptions = {},
): Iterable<MemberFacets> {
  const random = createRandom(seed);
  const keys = Array.from({ length: facets }, (_, facet) => facetKey(facet));
  const drawFacet = createDraw(facets);
  const planted = Array.from({ length: groups }, () => sample(random, facets, 3 + Math.floor(random() * 3)));
  for (let id = 1; id <= members; id++) {
    const long = id <= longProfiles;
    const wanted = long
      ? Math.min(longest, facets)
      : Math.max(1, Math.round(meanListed * Math.exp(0.6 * normal(random) - 0.18)));
    const listed = new Set(long ? sample(random, facets, wanted) : []);
    for (let tries = 0; listed.size < wanted && tries < 4 * wanted; tries++) {
      listed.add(drawFacet(random()));
    }
    if (random() < 0.1) {
      for (const facet of planted[Math.floor(random() * groups)] ?? []) {
        if (random() < 0.75) {
          listed.add(facet);
        }
      }
    }
    yield { id, facets: Array.from(listed, (facet) => keys[facet] ?? '') };
  }
}

/** Creates the map from a number in [0, 1) to a facet, the first facets having larger shares. */
function createDraw(facets: number): (uniform: number) => number {
  const cumulative: number[] = [];
  let total = 0;
  for (let facet = 0; facet < facets; facet++) {
    cumulative.push((total += (facet + 3) ** -0.8));
  }
  return (uniform) => {
    let low = 0;
    let high = facets - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) < uniform * total) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
}
