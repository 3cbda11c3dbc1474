import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { testsOfSize } from '../context/test-family.ts';
import type { TestFamily } from '../context/test-family.ts';
import { meetsThresholds } from '../context/thresholds.ts';
import { cached } from '../null-model/null-model.ts';
import { upperTail } from '../null-model/poisson-binomial.ts';
import { chanceOfAtLeast } from '../null-model/rule-chance.ts';
import { bySurprise, surprise } from '../significance/finding.ts';
import type { Finding } from '../significance/finding.ts';
import { cachedTail } from '../significance/tail-cache.ts';
import { isHopeless } from '../significance/test-rule.ts';
import type { PairCount } from './pair-counts.ts';

/** For each facet the facets that go together with it more than expected; symmetric. */
export type Neighbours = ReadonlyMap<number, ReadonlySet<number>>;

/** Tested pairs, and the pairs worth growing from. */
interface Pairs {
  readonly findings: readonly Finding[];
  readonly neighbours: Neighbours;
}

/** Most neighbours of a facet, the strongest ones: a large membership has endless accidental ones. */
const mostNeighbours = 16;
/** Neighbours that chance alone may give each facet, about; more would only slow the search down. */
const accidentalNeighbours = 8;
/** Most tested pairs among those that cannot be beyond chance: `shared` candidates are chosen from them. */
const mostHopeless = 100;

/** Tests every pair of testable facets that reaches the effect thresholds. */
export function findPairs(context: MiningContext, family: TestFamily, carriedBoth: PairCount): Pairs {
  const { thresholds, signal } = context;
  const neighbourLevel = Math.min(0.15, accidentalNeighbours / family.facets.length);
  // About the surprise of a tail of that level: neighbours need no exact p.
  const leastSurprise = -0.85 * Math.log(neighbourLevel) - 1.3;
  const tested = testsOfSize(family, 2);
  const counted: Finding[] = [];
  const near: { a: number; b: number; surprise: number }[] = [];
  const rows = family.perKind.length === 2 ? family.facets.slice(0, family.perKind[0]) : family.facets;
  const others = family.perKind.length === 2 ? family.facets.slice(family.perKind[0]) : family.facets;
  const other = family.byKind.at(-1) ?? family.classes;

  for (const facet of rows) {
    checkCancelled(signal);
    const weights = cachedWeights(family, facet);
    for (const partner of others) {
      if (partner <= facet) {
        continue;
      }
      const observed = carriedBoth(facet, partner);
      if (observed < thresholds.minMembers) {
        continue;
      }
      if (family.focus && !family.focus.has(facet) && !family.focus.has(partner)) {
        continue;
      }
      const expected = dot(weights, other.chances(partner));
      if (observed < thresholds.minLift * expected) {
        continue;
      }
      const surprising = surprise({ observed, expected });
      if (surprising < leastSurprise) {
        continue;
      }
      near.push({ a: facet, b: partner, surprise: surprising });
      if (meetsThresholds(thresholds, observed, expected)) {
        counted.push({ family, facets: [facet, partner], k: 2, observed, expected, p: 1, tested });
      }
    }
  }
  return { findings: testWorthwhile(context, counted), neighbours: strongest(near) };
}

/** Tests the pairs that may be beyond chance, and the best of the others; the rest count with p = 1. */
function testWorthwhile(context: MiningContext, pairs: readonly Finding[]): Finding[] {
  const hopeless = pairs.filter((pair) => isHopeless(context, pair)).sort(bySurprise);
  const untested = new Set(hopeless.slice(mostHopeless));
  return pairs
    .filter((pair) => !untested.has(pair))
    .map((pair, at) => {
      if (at % 64 === 0) {
        checkCancelled(context.signal);
      }
      const { classes } = pair.family;
      const p = cachedTail('plain', context.membership, pair, () => {
        const chances = chanceOfAtLeast(classes, pair.facets, 2);
        return upperTail({ chances, counts: classes.counts }, pair.observed);
      });
      return { ...pair, p: p ?? 1 };
    });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) {
    sum += (a[at] ?? 0) * (b[at] ?? 0);
  }
  return sum;
}

const weightCaches = new WeakMap<TestFamily, Map<number, Float64Array>>();

/** `expectedByLevel`, computed once: it depends on margins alone, which shuffles of a membership share. */
function cachedWeights(family: TestFamily, facet: number): Float64Array {
  const weights = weightCaches.get(family) ?? new Map<number, Float64Array>();
  weightCaches.set(family, weights);
  return cached(weights, facet, () => expectedByLevel(family, facet));
}

/** Expected carriers of a facet at each level of the partner's kind. */
function expectedByLevel(family: TestFamily, facet: number): Float64Array {
  const [first, second] = family.fits;
  const weights = new Float64Array((second ?? first)?.levels.length ?? 0);
  if (!first) {
    return weights;
  }
  if (!second) {
    return weights.map((_, level) => (family.classes.counts[level] ?? 0) * first.chance(level, facet));
  }
  const chances = family.classes.chances(facet);
  chances.forEach((chance, c) => {
    const level = family.classes.levelsOf(second.kind)[c] ?? 0;
    weights[level] = (weights[level] ?? 0) + chance * (family.classes.counts[c] ?? 0);
  });
  return weights;
}

function strongest(near: { a: number; b: number; surprise: number }[]): Map<number, Set<number>> {
  const neighbours = new Map<number, Set<number>>();
  const of = (facet: number) => {
    const near = neighbours.get(facet) ?? new Set();
    neighbours.set(facet, near);
    return near;
  };
  for (const { a, b } of near.toSorted((x, y) => y.surprise - x.surprise || x.a - y.a || x.b - y.b)) {
    if (of(a).size >= mostNeighbours || of(b).size >= mostNeighbours) {
      continue;
    }
    of(a).add(b);
    of(b).add(a);
  }
  return neighbours;
}
