import { passesFloors, surprise } from './finding.ts';
import type { Finding, Floors } from './finding.ts';
import { carriersOf } from './membership.ts';
import type { Membership } from './membership.ts';
import { upperTail } from './poisson-binomial.ts';
import { checkStop } from './stop.ts';
import type { StopSignal } from './stop.ts';
import { testsOfSize } from './universe.ts';
import type { Universe } from './universe.ts';

/** Pairs that passed the floors, tested, and the pairs worth growing from. */
export interface Pairs {
  readonly findings: readonly Finding[];
  /** Facets that go together with a facet more than chance would have it, one by one; both ways. */
  readonly neighbours: ReadonlyMap<number, ReadonlySet<number>>;
}

/** A facet's strongest neighbours, and no more of them: the strays of a large membership are endless. */
const MOST_NEIGHBOURS = 16;
/** Chance alone may give each facet about this many neighbours; more would only make the search slow. */
const STRAY_NEIGHBOURS = 8;
/** Counts every pair of testable facets that occurs, and tests those above the floors. */
export function findPairs(
  membership: Membership,
  universe: Universe,
  floors: Floors,
  signal: StopSignal | undefined,
): Pairs {
  const neighbourLevel = Math.min(0.15, STRAY_NEIGHBOURS / universe.facets.length);
  // A tail of p is about this surprising; what is well below cannot be a neighbour, so is not worth its exact p.
  const leastSurprise = -0.85 * Math.log(neighbourLevel) - 1.3;
  const tested = testsOfSize(universe, 2);
  const findings: Finding[] = [];
  const near: { a: number; b: number; surprise: number }[] = [];
  const counts = new Uint32Array(membership.facets.length);
  const rows =
    universe.perKind.length === 2 ? universe.facets.slice(0, universe.perKind[0]) : universe.facets;
  const partners = new Uint8Array(membership.facets.length);
  const others = universe.perKind.length === 2 ? universe.facets.slice(universe.perKind[0]) : universe.facets;
  for (const facet of others) partners[facet] = 1;
  const other = universe.byKind.at(-1) ?? universe.classes;

  for (const facet of rows) {
    checkStop(signal);
    const touched = countPartners(membership, facet, partners, counts);
    const weights = expectedByLevel(universe, facet);
    for (const partner of touched) {
      const observed = counts[partner] ?? 0;
      counts[partner] = 0;
      if (observed < floors.minMembers) continue;
      if (universe.focus && !universe.focus.has(facet) && !universe.focus.has(partner)) continue;
      const column = other.chances(partner);
      let expected = 0;
      for (let level = 0; level < weights.length; level++) {
        expected += (weights[level] ?? 0) * (column[level] ?? 0);
      }
      if (observed < floors.minLift * expected) continue;
      const surprising = surprise({ observed, expected });
      if (surprising < leastSurprise) continue;
      const mine = universe.classes.chances(facet);
      const theirs = universe.classes.chances(partner);
      const chances = mine.map((chance, c) => chance * (theirs[c] ?? 0));
      const p = upperTail({ chances, counts: universe.classes.counts }, observed);
      if (passesFloors(observed, expected, floors)) {
        findings.push({ universe, facets: [facet, partner], k: 2, observed, expected, p, tested });
      }
      if (p <= neighbourLevel) near.push({ a: facet, b: partner, surprise: surprising });
    }
  }
  return { findings, neighbours: strongest(near) };
}

/** Counts, for one facet, the later facets its carriers also carry; returns those met, ascending. */
function countPartners(
  membership: Membership,
  facet: number,
  partners: Uint8Array,
  counts: Uint32Array,
): number[] {
  const touched: number[] = [];
  const { starts, items } = membership;
  for (const member of carriersOf(membership, facet)) {
    for (let at = (starts[member + 1] ?? 0) - 1; at >= (starts[member] ?? 0); at--) {
      const partner = items[at] ?? 0;
      if (partner <= facet) break;
      if (partners[partner] === 0) continue;
      const count = (counts[partner] ?? 0) + 1;
      counts[partner] = count;
      if (count === 1) touched.push(partner);
    }
  }
  return touched.sort((a, b) => a - b);
}

/** How many carriers of a facet are expected at each level of the partner's kind. */
function expectedByLevel(universe: Universe, facet: number): Float64Array {
  const [first, second] = universe.fits;
  const weights = new Float64Array((second ?? first)?.levels.length ?? 0);
  if (!first) return weights;
  if (!second) {
    return weights.map((_, level) => (universe.classes.counts[level] ?? 0) * first.chance(level, facet));
  }
  const chances = universe.classes.chances(facet);
  chances.forEach((chance, c) => {
    const level = universe.classes.levelsOf(second.kind)[c] ?? 0;
    weights[level] = (weights[level] ?? 0) + chance * (universe.classes.counts[c] ?? 0);
  });
  return weights;
}

function strongest(near: { a: number; b: number; surprise: number }[]): Map<number, Set<number>> {
  const neighbours = new Map<number, Set<number>>();
  const of = (facet: number) => {
    const known = neighbours.get(facet) ?? new Set();
    neighbours.set(facet, known);
    return known;
  };
  for (const { a, b } of near.toSorted((x, y) => y.surprise - x.surprise || x.a - y.a || x.b - y.b)) {
    if (of(a).size >= MOST_NEIGHBOURS || of(b).size >= MOST_NEIGHBOURS) continue;
    of(a).add(b);
    of(b).add(a);
  }
  return neighbours;
}
