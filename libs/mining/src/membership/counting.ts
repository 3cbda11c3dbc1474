import { carriersOf } from './membership.ts';
import type { Membership } from './membership.ts';

/** Counts of members by how many of some facets they carry, computed in one scratch array. */
export interface Counting {
  /** Length facets + 1: element k is the number of members who carry at least k of the facets, for k from 1. */
  atLeastCounts(facets: readonly number[]): number[];
  /** Positions of the members who carry at least k of the facets, ascending. */
  atLeast(facets: readonly number[], k: number): Uint32Array;
}

/** Creates the counting of one membership; analyses that run at once need one each. */
export function createCounting(membership: Membership): Counting {
  /** Zeros between two calls; allocated on first use, since many rules are evaluated without it. */
  let scratch: Uint16Array | undefined;

  const clear = (carried: Uint16Array, facets: readonly number[]) => {
    for (const facet of facets) {
      for (const member of carriersOf(membership, facet)) {
        carried[member] = 0;
      }
    }
  };

  return {
    atLeastCounts(facets) {
      const carried = (scratch ??= new Uint16Array(membership.ids.length));
      const reached = new Array<number>(facets.length + 1).fill(0);
      for (const facet of facets) {
        for (const member of carriersOf(membership, facet)) {
          const next = (carried[member] ?? 0) + 1;
          carried[member] = next;
          reached[next] = (reached[next] ?? 0) + 1;
        }
      }
      clear(carried, facets);
      return reached;
    },
    atLeast(facets, k) {
      const only = facets[0];
      if (facets.length === 1 && only !== undefined && k === 1) {
        return carriersOf(membership, only);
      }
      const carried = (scratch ??= new Uint16Array(membership.ids.length));
      const found: number[] = [];
      for (const facet of facets) {
        for (const member of carriersOf(membership, facet)) {
          const next = (carried[member] ?? 0) + 1;
          carried[member] = next;
          if (next === k) {
            found.push(member);
          }
        }
      }
      clear(carried, facets);
      return Uint32Array.from(found).sort();
    },
  };
}

/** Number of positions that two ascending lists have in common. */
export function overlap(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let j = 0;
  for (const member of a) {
    while (j < b.length && (b[j] ?? 0) < member) {
      j++;
    }
    if (j < b.length && b[j] === member) {
      shared++;
    }
  }
  return shared;
}

/** Positions in both of two ascending lists, ascending. */
export function intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
  let j = 0;
  return a.filter((member) => {
    while (j < b.length && (b[j] ?? 0) < member) {
      j++;
    }
    return j < b.length && b[j] === member;
  });
}

/** Positions in the first of two ascending lists that are not in the second, ascending. */
export function without(a: Uint32Array, b: Uint32Array): Uint32Array {
  let j = 0;
  return a.filter((member) => {
    while (j < b.length && (b[j] ?? 0) < member) {
      j++;
    }
    return j === b.length || b[j] !== member;
  });
}

/** Positions in either of two ascending lists, ascending. */
export function unite(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    both[length++] = Math.min(left, right);
    i += left <= right ? 1 : 0;
    j += right <= left ? 1 : 0;
  }
  return both.slice(0, length);
}
