import { bySurprise, isHopeless, meetsThresholds, surprise } from '../significance/finding.ts';
import type { Finding, EffectThresholds } from '../significance/finding.ts';
import { remembered } from '../null-model/null-model.ts';
import type { PairCount } from './pair-counts.ts';
import { upperTail } from '../null-model/poisson-binomial.ts';
import { chanceOfAtLeast } from '../null-model/rule-chance.ts';
import { knownTail } from '../significance/tail-cache.ts';
import { checkStop } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import { testsOfSize } from '../context/test-family.ts';
import type { TestFamily } from '../context/test-family.ts';

/** Facets that go together with a facet more than chance would have it, one by one; both ways. */
export type Neighbours = ReadonlyMap<number, ReadonlySet<number>>;

/** Pairs that passed the floors, tested, and the pairs worth growing from. */
export interface Pairs {
  readonly findings: readonly Finding[];
  readonly neighbours: Neighbours;
}

/** A facet's strongest neighbours, and no more of them: the strays of a large membership are endless. */
const MOST_NEIGHBOURS = 16;
/** Chance alone may give each facet about this many neighbours; more would only make the search slow. */
const STRAY_NEIGHBOURS = 8;
/** Of the pairs that cannot be beyond chance so many are tested still: what is `shared` is chosen from them. */
const MOST_HOPELESS = 100;

/** Counts every pair of testable facets that occurs, and tests those above the floors. */
export function findPairs(
  carriedBoth: PairCount,
  universe: TestFamily,
  floors: EffectThresholds,
  signal: CancellationSignal | undefined,
): Pairs {
  const neighbourLevel = Math.min(0.15, STRAY_NEIGHBOURS / universe.facets.length);
  // About as surprising as a tail of that level is: whom to look at needs no exact p.
  const leastSurprise = -0.85 * Math.log(neighbourLevel) - 1.3;
  const tested = testsOfSize(universe, 2);
  const met: Finding[] = [];
  const near: { a: number; b: number; surprise: number }[] = [];
  const rows =
    universe.perKind.length === 2 ? universe.facets.slice(0, universe.perKind[0]) : universe.facets;
  const others = universe.perKind.length === 2 ? universe.facets.slice(universe.perKind[0]) : universe.facets;
  const other = universe.byKind.at(-1) ?? universe.classes;

  for (const facet of rows) {
    checkStop(signal);
    const weights = knownWeights(universe, facet);
    for (const partner of others) {
      if (partner <= facet) continue;
      const observed = carriedBoth(facet, partner);
      if (observed < floors.minMembers) continue;
      if (universe.focus && !universe.focus.has(facet) && !universe.focus.has(partner)) continue;
      const expected = dot(weights, other.chances(partner));
      if (observed < floors.minLift * expected) continue;
      const surprising = surprise({ observed, expected });
      if (surprising < leastSurprise) continue;
      near.push({ a: facet, b: partner, surprise: surprising });
      if (meetsThresholds(observed, expected, floors)) {
        met.push({ universe, facets: [facet, partner], k: 2, observed, expected, p: 1, tested });
      }
    }
  }
  return { findings: testWorthwhile(met, floors, signal), neighbours: strongest(near) };
}

/** Exact tails of the pairs that may be beyond chance, and of the best of the others; the rest count with p = 1. */
function testWorthwhile(
  met: readonly Finding[],
  floors: EffectThresholds,
  signal: CancellationSignal | undefined,
): Finding[] {
  const hopeless = met.filter((pair) => isHopeless(pair, floors)).sort(bySurprise);
  const untested = new Set(hopeless.slice(MOST_HOPELESS));
  return met
    .filter((pair) => !untested.has(pair))
    .map((pair, at) => {
      if (at % 64 === 0) checkStop(signal);
      const { classes } = pair.universe;
      const p = knownTail('plain', floors.membership, pair, () => {
        const chances = chanceOfAtLeast(classes, pair.facets, 2);
        return upperTail({ chances, counts: classes.counts }, pair.observed);
      });
      return { ...pair, p: p ?? 1 };
    });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

const known = new WeakMap<TestFamily, Map<number, Float64Array>>();

/** `expectedByLevel`, computed once: shuffles of a membership share its margins, on which alone it hangs. */
function knownWeights(universe: TestFamily, facet: number): Float64Array {
  const weights = known.get(universe) ?? new Map<number, Float64Array>();
  known.set(universe, weights);
  return remembered(weights, facet, () => expectedByLevel(universe, facet));
}

/** How many carriers of a facet are expected at each level of the partner's kind. */
function expectedByLevel(universe: TestFamily, facet: number): Float64Array {
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
