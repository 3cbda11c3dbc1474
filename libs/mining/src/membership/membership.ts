/**
 * Who carries what: one membership, held in typed arrays in both directions, facets and members in a fixed order. The
 * arrays lie in shared memory, so that threads to which a membership is posted read the same one.
 */
export interface Membership {
  /** Members' ids, ascending; a member's place in it is the member's position. */
  readonly ids: Float64Array;
  /** Facet keys, ascending, so that the facets of one kind stand together. */
  readonly facets: readonly string[];
  /** The facets of the member at position i are `items[starts[i]..starts[i + 1])`, ascending. */
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
  /** The members carrying facet f are `carriers[carrierStarts[f]..carrierStarts[f + 1])`, positions ascending. */
  readonly carrierStarts: Uint32Array;
  readonly carriers: Uint32Array;
  /** Members who carry at least one facet: the whole that shares are shares of. */
  readonly described: number;
}

/** A member as mining sees one: an id and facet keys. */
export interface MemberFacets {
  readonly id: number;
  readonly facets: readonly string[];
}

/** Builds a membership; neither the order of members nor that of their facets leaves a trace in it. */
export function buildMembership(members: Iterable<MemberFacets>): Membership {
  const read = intern(members);
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
    if (position > 0 && ids[position - 1] === id)
      throw new Error(`member ${id} occurs twice in the membership`);
    ids[position] = id;
    const begin = end;
    for (let at = read.starts[source] ?? 0; at < (read.starts[source + 1] ?? 0); at++) {
      const facet = rankOf[read.items[at] ?? 0] ?? 0;
      if (seen[facet] === position) continue;
      seen[facet] = position;
      items[end++] = facet;
    }
    items.subarray(begin, end).sort();
    if (end > begin) described++;
    starts[position + 1] = end;
  }
  const kept = sharedCounts(end);
  kept.set(items.subarray(0, end));
  return { ids, facets, starts, items: kept, ...transpose(starts, kept, facets.length), described };
}

/** Zeros in memory that threads share: floating-point numbers. */
export function sharedNumbers(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** Zeros in memory that threads share: counts and places. */
export function sharedCounts(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

/** The members carrying a facet, as positions in ascending order. */
export function carriersOf(membership: Membership, facet: number): Uint32Array {
  const { carriers, carrierStarts } = membership;
  return carriers.subarray(carrierStarts[facet] ?? 0, carrierStarts[facet + 1] ?? 0);
}

/** How many members carry a facet. */
export function countOf(membership: Membership, facet: number): number {
  return (membership.carrierStarts[facet + 1] ?? 0) - (membership.carrierStarts[facet] ?? 0);
}

/** Where a facet key stands among the facets, -1 where no member carries it. */
export function facetIndex(membership: Membership, key: string): number {
  let low = 0;
  let high = membership.facets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = membership.facets[middle] ?? '';
    if (found === key) return middle;
    if (byCodeUnit(found, key) < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Which facet indices belong to a kind: from the first up to, not including, the second. */
export function kindRange(membership: Membership, kind: string): [number, number] {
  const prefix = `${kind}:`;
  const from = membership.facets.findIndex((key) => key.startsWith(prefix));
  if (from < 0) return [0, 0];
  let to = from;
  while (to < membership.facets.length && membership.facets[to]?.startsWith(prefix)) to++;
  return [from, to];
}

function intern(members: Iterable<MemberFacets>) {
  const keys: string[] = [];
  const known = new Map<string, number>();
  const ids: number[] = [];
  const starts: number[] = [0];
  const items: number[] = [];
  for (const member of members) {
    ids.push(member.id);
    for (const key of member.facets) {
      let facet = known.get(key);
      if (facet === undefined) {
        facet = keys.push(key) - 1;
        known.set(key, facet);
      }
      items.push(facet);
    }
    starts.push(items.length);
  }
  return { keys, ids, starts, items };
}

function ascendingOrder(ids: readonly number[]): Uint32Array {
  const order = Uint32Array.from(ids, (_, position) => position);
  return order.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0));
}

/** The other direction of `items`: who carries each facet, in arrays of zeros that `counts` gives. */
export function transpose(
  starts: Uint32Array,
  items: Uint32Array,
  facets: number,
  counts: (length: number) => Uint32Array = sharedCounts,
): Pick<Membership, 'carrierStarts' | 'carriers'> {
  const carrierStarts = counts(facets + 1);
  for (const facet of items) carrierStarts[facet + 1] = (carrierStarts[facet + 1] ?? 0) + 1;
  for (let facet = 0; facet < facets; facet++) {
    carrierStarts[facet + 1] = (carrierStarts[facet + 1] ?? 0) + (carrierStarts[facet] ?? 0);
  }
  const fill = carrierStarts.slice();
  const carriers = counts(items.length);
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

/** Not localeCompare: the order may not hang on the machine's language. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
