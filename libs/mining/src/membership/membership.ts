/**
 * The membership as a binary matrix of members by facets, stored sparsely by rows and by columns (compressed sparse
 * rows and columns) in a fixed order. A position is a member's index in `ids`, a facet index one in `facets`;
 * elsewhere in mining `member` and `facet` are these two. The arrays lie in shared memory, so that threads to which a
 * membership is posted read the same one. With n members, m facets and e entries (pairs of a member and a facet of
 * theirs):
 */
export interface Membership {
  /** Length n: member ids, ascending, each a whole number of at most 2^53. */
  readonly ids: Float64Array;
  /**
   * Length m: facet keys, ascending by code unit, so that the facets of one kind are contiguous; each has a carrier.
   */
  readonly facets: readonly string[];
  /**
   * Length n + 1, from 0 to e, never descending: the facets of the member at position i are
   * `items[starts[i]..starts[i + 1])`.
   */
  readonly starts: Uint32Array;
  /** Length e: facet indices in [0, m), ascending and without repetition within each member. */
  readonly items: Uint32Array;
  /**
   * Length m + 1, from 0 to e, ascending: the members who carry facet f are
   * `carriers[carrierStarts[f]..carrierStarts[f + 1])`.
   */
  readonly carrierStarts: Uint32Array;
  /** Length e: positions in [0, n), ascending and without repetition within each facet. */
  readonly carriers: Uint32Array;
  /** Number of members who carry at least one facet: the whole that shares are shares of. */
  readonly described: number;
}

/** A member as mining sees one: an id and facet keys. */
export interface MemberFacets {
  readonly id: number;
  readonly facets: readonly string[];
}

/**
 * Builds a membership; it does not depend on the order of members or of their facets.
 * @throws where an id occurs twice
 */
export function buildMembership(members: Iterable<MemberFacets>): Membership {
  return membershipOf(intern(members));
}

/** Members and their facets as numbers. */
export interface NumberedMembers {
  /** Facet keys, each once; a facet is named by its index. */
  readonly keys: readonly string[];
  readonly ids: ArrayLike<number>;
  /** One longer than `ids`: the facets of the member at `i` are `items[starts[i]..starts[i + 1])`. */
  readonly starts: ArrayLike<number>;
  readonly items: ArrayLike<number>;
}

/**
 * Builds a membership of numbered members, each of whom may have a facet several times.
 * @throws where an id occurs twice
 */
export function membershipOf(read: NumberedMembers): Membership {
  const order = ascendingOrder(read.ids);
  const size = read.ids.length;
  const facets = [...read.keys].sort(byCodeUnit);
  const rankOfKey = new Map(facets.map((key, rank) => [key, rank]));
  const rankOf = Uint32Array.from(read.keys, (key) => rankOfKey.get(key) ?? 0);

  const ids = sharedNumbers(size);
  const starts = sharedCounts(size + 1);
  const items = new Uint32Array(read.items.length);
  const seen = new Int32Array(facets.length).fill(-1);
  let end = 0;
  let described = 0;
  for (let position = 0; position < size; position++) {
    const source = order[position] ?? 0;
    const id = read.ids[source] ?? 0;
    if (position > 0 && ids[position - 1] === id) {
      throw new Error(`member ${id} occurs twice in the membership`);
    }
    ids[position] = id;
    const begin = end;
    for (let at = read.starts[source] ?? 0; at < (read.starts[source + 1] ?? 0); at++) {
      const facet = rankOf[read.items[at] ?? 0] ?? 0;
      if (seen[facet] === position) {
        continue;
      }
      seen[facet] = position;
      items[end++] = facet;
    }
    items.subarray(begin, end).sort();
    if (end > begin) {
      described++;
    }
    starts[position + 1] = end;
  }
  const kept = sharedCounts(end);
  kept.set(items.subarray(0, end));
  return { ids, facets, starts, items: kept, ...transpose(starts, kept, facets.length), described };
}

/** Allocates floating-point zeros in memory that threads share. */
export function sharedNumbers(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** Allocates integer zeros, for counts and indices, in memory that threads share. */
export function sharedCounts(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

/** The facets of the member at a position as indices, ascending; empty for position -1. */
export function facetsAt({ starts, items }: Membership, position: number): Uint32Array {
  return position < 0 ? new Uint32Array(0) : items.subarray(starts[position] ?? 0, starts[position + 1] ?? 0);
}

/** The members who carry a facet, as positions, ascending. */
export function carriersOf(membership: Membership, facet: number): Uint32Array {
  const { carriers, carrierStarts } = membership;
  return carriers.subarray(carrierStarts[facet] ?? 0, carrierStarts[facet + 1] ?? 0);
}

/** The members who carry at least one of the facets, as positions, ascending. */
export function carriersOfAny(membership: Membership, keys: readonly string[]): Uint32Array {
  const carriers = keys.map((key) => carriersOf(membership, facetIndex(membership, key)));
  const [first = new Uint32Array(0), ...others] = carriers;
  return others.length === 0
    ? first
    : Uint32Array.from(new Set(carriers.flatMap((some) => [...some]))).sort();
}

/** Number of members who carry a facet. */
export function countOf(membership: Membership, facet: number): number {
  return (membership.carrierStarts[facet + 1] ?? 0) - (membership.carrierStarts[facet] ?? 0);
}

/** Index of a facet key among the facets; -1 where no member carries it. */
export function facetIndex(membership: Membership, key: string): number {
  let low = 0;
  let high = membership.facets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = membership.facets[middle] ?? '';
    if (found === key) {
      return middle;
    }
    if (byCodeUnit(found, key) < 0) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}

/** Range of the facet indices of a kind: from the first up to, not including, the second. */
export function kindRange(membership: Membership, kind: string): [number, number] {
  const prefix = `${kind}:`;
  const from = membership.facets.findIndex((key) => key.startsWith(prefix));
  if (from < 0) {
    return [0, 0];
  }
  let to = from;
  while (to < membership.facets.length && membership.facets[to]?.startsWith(prefix)) {
    to++;
  }
  return [from, to];
}

function intern(members: Iterable<MemberFacets>): NumberedMembers {
  const keys: string[] = [];
  const indexOf = new Map<string, number>();
  const ids: number[] = [];
  const starts: number[] = [0];
  const items: number[] = [];
  for (const member of members) {
    ids.push(member.id);
    for (const key of member.facets) {
      let facet = indexOf.get(key);
      if (facet === undefined) {
        facet = keys.push(key) - 1;
        indexOf.set(key, facet);
      }
      items.push(facet);
    }
    starts.push(items.length);
  }
  return { keys, ids, starts, items };
}

function ascendingOrder(ids: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from(ids, (_, position) => position);
  const isAscending = order.every(
    (position) => position === 0 || (ids[position - 1] ?? 0) <= (ids[position] ?? 0),
  );
  return isAscending ? order : order.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0));
}

/** The carriers of each facet from the facets of each member; `allocate` gives arrays of zeros. */
export function transpose(
  starts: Uint32Array,
  items: Uint32Array,
  facets: number,
  allocate: (length: number) => Uint32Array = sharedCounts,
): Pick<Membership, 'carrierStarts' | 'carriers'> {
  const carrierStarts = allocate(facets + 1);
  for (const facet of items) {
    carrierStarts[facet + 1] = (carrierStarts[facet + 1] ?? 0) + 1;
  }
  for (let facet = 0; facet < facets; facet++) {
    carrierStarts[facet + 1] = (carrierStarts[facet + 1] ?? 0) + (carrierStarts[facet] ?? 0);
  }
  const fill = carrierStarts.slice();
  const carriers = allocate(items.length);
  for (let position = 0; position + 1 < starts.length; position++) {
    for (let at = starts[position] ?? 0; at < (starts[position + 1] ?? 0); at++) {
      const facet = items[at] ?? 0;
      const place = fill[facet] ?? 0;
      carriers[place] = position;
      fill[facet] = place + 1;
    }
  }
  return { carrierStarts, carriers };
}

/** Order by code unit; localeCompare would make the order depend on the machine's language. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
