import { carriersOf, transpose } from '../../membership/membership.ts';
import type { Membership } from '../../membership/membership.ts';
import type { KindFit } from '../../null-model/null-model.ts';
import { createRandom } from './random.ts';

/** How often each member trades from one shuffle to the next. */
const ROUNDS = 6;

/** Where a member's facets of one kind lie among the items of a membership. */
interface Row {
  readonly from: number;
  readonly to: number;
}

/**
 * Shuffles of a membership, each made from the one before: how much of each kind a member lists and how many carry a
 * facet stay exactly as they are, all else is chance, and kinds are shuffled apart (curveball, Strona et al. 2014; in
 * rounds in which every member trades once, Carstens, Berger & Strona 2018). The same membership gives the same
 * shuffles, whatever its facets are called; members without facets of a kind leave no trace in them.
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
  const facetAt = namelessOrder(membership);
  const rankOf = new Uint32Array(facets.length);
  facetAt.forEach((facet, rank) => (rankOf[facet] = rank));
  const ranks = membership.items.map((facet) => rankOf[facet] ?? 0);
  const sortRows = (list: Uint32Array) => {
    for (const row of all) sortRow(list, row);
  };
  sortRows(ranks);
  for (let shuffle = 0; shuffle < count; shuffle++) {
    for (const rows of kinds)
      for (let round = 0; round < ROUNDS; round++) tradeAll(ranks, rows, random, trade);
    const items = ranks.map((rank) => facetAt[rank] ?? 0);
    sortRows(items);
    yield { ...membership, items, ...transpose(starts, items, facets.length, ownCounts) };
  }
}

/** The facets in an order that hangs on who carries them alone. */
function namelessOrder(membership: Membership): number[] {
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
    if (listed === 0) continue;
    let from = starts[member] ?? 0;
    while ((items[from] ?? fit.from) < fit.from) from++;
    rows.push({ from, to: from + listed });
  }
  return rows;
}

/** Zeros that no other thread reads: shared memory is dear to get, and a shuffle soon forgotten. */
function ownCounts(length: number): Uint32Array {
  return new Uint32Array(length);
}

/** A row longer than this is left to the engine's sort; to call that for a few facets takes longer than to sort them. */
const FEW = 32;

function sortRow(list: Uint32Array, { from, to }: Row): void {
  if (to - from > FEW) {
    list.subarray(from, to).sort();
    return;
  }
  for (let next = from + 1; next < to; next++) {
    const item = list[next] ?? 0;
    let at = next;
    for (; at > from && (list[at - 1] ?? 0) > item; at--) list[at] = list[at - 1] ?? 0;
    list[at] = item;
  }
}

type Trade = (items: Uint32Array, a: Row, b: Row) => void;

/** Puts the members in a new order and lets neighbours trade, two by two. */
function tradeAll(items: Uint32Array, rows: Row[], random: () => number, trade: Trade): void {
  for (let at = rows.length - 1; at > 0; at--) swap(rows, at, Math.floor(random() * (at + 1)));
  for (let at = 0; at + 1 < rows.length; at += 2) {
    const [a, b] = [rows[at], rows[at + 1]];
    if (a && b) trade(items, a, b);
  }
}

/** Two members put on the table what only one of them lists, and each draws as many from it as before. */
function createTrade(facets: number, random: () => number): Trade {
  const listed = new Uint32Array(facets);
  let stamp = 0;
  const table: number[] = [];
  /** Lays down where the first member's facets lie that the second does not list. */
  const lay = (items: Uint32Array, first: Row, second: Row) => {
    stamp++;
    for (let at = second.from; at < second.to; at++) listed[items[at] ?? 0] = stamp;
    for (let at = first.from; at < first.to; at++) if (listed[items[at] ?? 0] !== stamp) table.push(at);
  };
  return (items, a, b) => {
    table.length = 0;
    lay(items, a, b);
    const own = table.length;
    lay(items, b, a);
    for (let at = 0; at < own && own < table.length; at++) {
      swap(items, table[at] ?? 0, table[at + Math.floor(random() * (table.length - at))] ?? 0);
    }
  };
}

function swap<T>(list: { [place: number]: T }, a: number, b: number): void {
  const [first, second] = [list[a], list[b]];
  if (first === undefined || second === undefined) return;
  list[a] = second;
  list[b] = first;
}
