import { byCodeUnit, carriersOf, facetIndex, facetsAt, sharedCounts, sharedNumbers } from './membership.ts';
import type { Membership } from './membership.ts';

/** A change of one member: the facets it carries now, or null where it left the membership. */
interface MemberChange {
  readonly id: number;
  readonly facets: readonly string[] | null;
}

/** A change with the member's old position (-1: none) and its new facets, as indices in the new list of facets. */
interface PlacedChange {
  readonly id: number;
  readonly position: number;
  readonly facets: Uint32Array | null;
}

/** The list of facets after some changes, with its relation to the old list. */
interface Relisted {
  readonly facets: readonly string[];
  readonly placeOf: (key: string) => number;
  /** New index of each old facet; undefined where none of them moved. */
  readonly placeOfOld: Uint32Array | undefined;
}

/**
 * Applies changes of members: the result is byte for byte what `buildMembership` makes of all members after them. Costs
 * about a copy of the arrays, however many members did not change; the given membership is not modified. Removing a
 * member who is not in it changes nothing.
 * @throws where a member changes twice
 */
export function applyChanges(membership: Membership, changes: Iterable<MemberChange>): Membership {
  const ordered = [...changes].sort((a, b) => a.id - b.id);
  const found = ordered.map(({ id, facets }, at) => {
    if (ordered[at + 1]?.id === id) {
      throw new Error(`member ${id} occurs twice in the changes`);
    }
    return { id, position: positionOf(membership, id), keys: facets && new Set(facets) };
  });
  const relisted = relist(membership, found);
  const placed = found.map(({ id, position, keys }): PlacedChange => ({
    id,
    position,
    facets: keys && Uint32Array.from(keys, relisted.placeOf).sort(),
  }));
  const { moved, arrivals, ...members } = copyMembers(membership, placed, relisted.placeOfOld);
  return {
    ...members,
    facets: relisted.facets,
    ...copyCarriers(membership, placed, relisted, moved, arrivals, members.items.length),
  };
}

/** Keys of the facets that a member carries; undefined where there is no such member. */
export function facetsOfMember(membership: Membership, id: number): string[] | undefined {
  const position = positionOf(membership, id);
  if (position < 0) {
    return undefined;
  }
  return Array.from(facetsAt(membership, position), (facet) => membership.facets[facet] ?? '');
}

function relist(
  membership: Membership,
  found: readonly { position: number; keys: Set<string> | null }[],
): Relisted {
  const { facets: old, carrierStarts } = membership;
  const counts = Int32Array.from(old, (_, at) => (carrierStarts[at + 1] ?? 0) - (carrierStarts[at] ?? 0));
  const added = new Set<string>();
  for (const { position, keys } of found) {
    for (const facet of facetsAt(membership, position)) {
      counts[facet] = (counts[facet] ?? 0) - 1;
    }
    for (const key of keys ?? []) {
      const facet = facetIndex(membership, key);
      if (facet < 0) {
        added.add(key);
      } else {
        counts[facet] = (counts[facet] ?? 0) + 1;
      }
    }
  }
  if (added.size === 0 && counts.every((count) => count > 0)) {
    return { facets: old, placeOf: (key) => facetIndex(membership, key), placeOfOld: undefined };
  }
  const facets = [...old.filter((_, at) => (counts[at] ?? 0) > 0), ...added].sort(byCodeUnit);
  const places = new Map(facets.map((key, place) => [key, place]));
  const placeOf = (key: string) => places.get(key) ?? 0;
  return { facets, placeOf, placeOfOld: Uint32Array.from(old, placeOf) };
}

/**
 * Member side of the new membership: runs of unchanged members are copied, their facets renumbered where those moved.
 */
function copyMembers(
  membership: Membership,
  changes: readonly PlacedChange[],
  placeOfOld: Uint32Array | undefined,
) {
  const { ids: oldIds, starts: oldStarts, items: oldItems } = membership;
  const { members, entries, shifts } = sizeAfter(membership, changes);
  const ids = sharedNumbers(members);
  const starts = sharedCounts(members + 1);
  const items = sharedCounts(entries);
  /** New position of each unchanged member; undefined where all stay. */
  const moved = shifts ? new Uint32Array(oldIds.length) : undefined;
  /** New positions of changed members, by the facets they carry now. */
  const arrivals = new Map<number, number[]>();
  let described = 0;
  let size = 0;
  let end = 0;

  const copy = (from: number, to: number) => {
    const begin = oldStarts[from] ?? 0;
    const run = oldItems.subarray(begin, oldStarts[to] ?? 0);
    ids.set(oldIds.subarray(from, to), size);
    items.set(run, end);
    if (placeOfOld) {
      renumber(items.subarray(end, end + run.length), placeOfOld);
    }
    for (let position = from; position < to; position++) {
      const next = oldStarts[position + 1] ?? 0;
      if (next > (oldStarts[position] ?? 0)) {
        described++;
      }
      if (moved) {
        moved[position] = size;
      }
      starts[++size] = next - begin + end;
    }
    end += run.length;
  };

  let copied = 0;
  for (const { id, position, facets } of changes) {
    // The place of a new member is where its id belongs.
    const place = position >= 0 ? position : countUpTo(oldIds, id);
    copy(copied, place);
    copied = position >= 0 ? place + 1 : place;
    if (!facets) {
      continue;
    }
    for (const facet of facets) {
      const arriving = arrivals.get(facet);
      if (arriving) {
        arriving.push(size);
      } else {
        arrivals.set(facet, [size]);
      }
    }
    ids[size] = id;
    items.set(facets, end);
    end += facets.length;
    if (facets.length > 0) {
      described++;
    }
    starts[++size] = end;
  }
  copy(copied, oldIds.length);
  return { ids, starts, items, described, moved, arrivals };
}

/** Facet side of the new membership: carriers are copied, and merged with changed members where there are any. */
function copyCarriers(
  membership: Membership,
  changes: readonly PlacedChange[],
  { facets, placeOf, placeOfOld }: Relisted,
  moved: Uint32Array | undefined,
  arrivals: ReadonlyMap<number, readonly number[]>,
  entries: number,
): Pick<Membership, 'carriers' | 'carrierStarts'> {
  const changed = new Uint8Array(membership.ids.length);
  const left = new Set<number>();
  for (const { position } of changes) {
    if (position >= 0) {
      changed[position] = 1;
    }
    for (const facet of facetsAt(membership, position)) {
      left.add(facet);
    }
  }
  const oldAt = new Int32Array(facets.length).fill(-1);
  membership.facets.forEach((key, old) => {
    const place = placeOfOld ? placeOf(key) : old;
    if (facets[place] === key) {
      oldAt[place] = old;
    }
  });
  const carriers = sharedCounts(entries);
  const carrierStarts = sharedCounts(facets.length + 1);
  let end = 0;
  for (let facet = 0; facet < facets.length; facet++) {
    const old = oldAt[facet] ?? -1;
    const before = old < 0 ? [] : carriersOf(membership, old);
    const arriving = arrivals.get(facet) ?? [];
    if (arriving.length === 0 && !left.has(old)) {
      carriers.set(before, end);
      if (moved) {
        renumber(carriers.subarray(end, end + before.length), moved);
      }
      end += before.length;
    } else {
      let next = 0;
      for (const member of before) {
        if (changed[member]) {
          continue;
        }
        const position = moved ? (moved[member] ?? 0) : member;
        while (next < arriving.length && (arriving[next] ?? 0) < position) {
          carriers[end++] = arriving[next++] ?? 0;
        }
        carriers[end++] = position;
      }
      while (next < arriving.length) {
        carriers[end++] = arriving[next++] ?? 0;
      }
    }
    carrierStarts[facet + 1] = end;
  }
  return { carriers, carrierStarts };
}

function renumber(places: Uint32Array, now: Uint32Array): void {
  for (let at = 0; at < places.length; at++) {
    places[at] = now[places[at] ?? 0] ?? 0;
  }
}

function sizeAfter({ ids, starts, items }: Membership, changes: readonly PlacedChange[]) {
  let members = ids.length;
  let entries = items.length;
  let shifts = false;
  for (const { position, facets } of changes) {
    if (position >= 0) {
      members--;
      entries -= (starts[position + 1] ?? 0) - (starts[position] ?? 0);
    }
    if (facets) {
      members++;
      entries += facets.length;
    }
    shifts ||= position >= 0 !== (facets !== null);
  }
  return { members, entries, shifts };
}

function positionOf({ ids }: Membership, id: number): number {
  const last = countUpTo(ids, id) - 1;
  return ids[last] === id ? last : -1;
}

/** Number of the ids, which are ascending, that are at most as large as one. */
function countUpTo(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) <= id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
