import { carriersOf, transpose } from '../../membership/membership.ts';
import type { Membership } from '../../membership/membership.ts';
import type { KindFit } from '../../null-model/null-model.ts';
import { createRandom } from './random.ts';

/** Trades of each member from one shuffle to the next. */
const rounds = 6;

/** Range of a member's facets of one kind among the items of a membership. */
interface Row {
  readonly from: number;
  readonly to: number;
}

/**
 * Shuffles of a membership with its margins, each made from the one before and kind by kind: each member keeps its
 * number of facets of a kind and each facet its number of carriers (curveball, Strona et al. 2014; in rounds in which
 * every member trades once, Carstens, Berger & Strona 2018). The same membership gives the same shuffles, whatever the
 * names of its facets; members without facets of a kind do not affect them.
 */
export function* shufflesOf(
  membership: Membership,
  fits: readonly KindFit[],
  count: number,
): Generator<Membership> {
  const { starts, facets } = membership;
  const random = createRandom();
  const trade = createTrade(facets.length, random);
  const kinds = fits.map((fit) => rowsOf(membership, fit));
  const all = kinds.flat();
  const facetAt = orderByCarriers(membership);
  const rankOf = new Uint32Array(facets.length);
  facetAt.forEach((facet, rank) => (rankOf[facet] = rank));
  const ranks = membership.items.map((facet) => rankOf[facet] ?? 0);
  const sortRows = (list: Uint32Array) => {
    for (const row of all) {
      sortRow(list, row);
    }
  };
  sortRows(ranks);
  for (let shuffle = 0; shuffle < count; shuffle++) {
    for (const rows of kinds) {
      for (let round = 0; round < rounds; round++) {
        tradeAll(ranks, rows, random, trade);
      }
    }
    const items = ranks.map((rank) => facetAt[rank] ?? 0);
    sortRows(items);
    yield { ...membership, items, ...transpose(starts, items, facets.length, localCounts) };
  }
}

/** The facets in an order that depends on their carriers alone, not on their names. */
function orderByCarriers(membership: Membership): number[] {
  return [...membership.facets.keys()].sort((a, b) => {
    const [first, second] = [carriersOf(membership, a), carriersOf(membership, b)];
    const differs = first.findIndex((member, at) => member !== second[at]);
    return first.length - second.length || (first[differs] ?? 0) - (second[differs] ?? 0);
  });
}

function rowsOf({ ids, starts, items }: Membership, fit: KindFit): Row[] {
  const rows: Row[] = [];
  for (let member = 0; member < ids.length; member++) {
    const listed = fit.degrees[member] ?? 0;
    if (listed === 0) {
      continue;
    }
    let from = starts[member] ?? 0;
    while ((items[from] ?? fit.from) < fit.from) {
      from++;
    }
    rows.push({ from, to: from + listed });
  }
  return rows;
}

/** Zeros in memory of this thread: shared memory is expensive to allocate, and a shuffle is short-lived. */
function localCounts(length: number): Uint32Array {
  return new Uint32Array(length);
}

/** Longest row that is sorted by insertion: for a few facets that is faster than a call of the engine's sort. */
const longestInsertion = 32;

function sortRow(list: Uint32Array, { from, to }: Row): void {
  if (to - from > longestInsertion) {
    list.subarray(from, to).sort();
    return;
  }
  for (let next = from + 1; next < to; next++) {
    const item = list[next] ?? 0;
    let at = next;
    for (; at > from && (list[at - 1] ?? 0) > item; at--) {
      list[at] = list[at - 1] ?? 0;
    }
    list[at] = item;
  }
}

type Trade = (items: Uint32Array, a: Row, b: Row) => void;

/** Shuffles the order of the members and lets neighbours trade, two by two. */
function tradeAll(items: Uint32Array, rows: Row[], random: () => number, trade: Trade): void {
  for (let at = rows.length - 1; at > 0; at--) {
    swap(rows, at, Math.floor(random() * (at + 1)));
  }
  for (let at = 0; at + 1 < rows.length; at += 2) {
    const [a, b] = [rows[at], rows[at + 1]];
    if (a && b) {
      trade(items, a, b);
    }
  }
}

/** A trade of two members: facets that only one of them lists are pooled, and each draws as many as it had. */
function createTrade(facets: number, random: () => number): Trade {
  const listed = new Uint32Array(facets);
  let stamp = 0;
  const pool: number[] = [];
  /** Adds to the pool the places of those facets of the first member that the second does not list. */
  const add = (items: Uint32Array, first: Row, second: Row) => {
    stamp++;
    for (let at = second.from; at < second.to; at++) {
      listed[items[at] ?? 0] = stamp;
    }
    for (let at = first.from; at < first.to; at++) {
      if (listed[items[at] ?? 0] !== stamp) {
        pool.push(at);
      }
    }
  };
  return (items, a, b) => {
    pool.length = 0;
    add(items, a, b);
    const own = pool.length;
    add(items, b, a);
    for (let at = 0; at < own && own < pool.length; at++) {
      swap(items, pool[at] ?? 0, pool[at + Math.floor(random() * (pool.length - at))] ?? 0);
    }
  };
}

function swap<T>(list: Record<number, T>, a: number, b: number): void {
  const [first, second] = [list[a], list[b]];
  if (first === undefined || second === undefined) {
    return;
  }
  list[a] = second;
  list[b] = first;
}
