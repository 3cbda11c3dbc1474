import type { SimpleRule } from '@warren/contracts';
import type { Candidate } from '../candidates/candidate.ts';
import { isMostlyWithin } from '../candidates/near-duplicates.ts';
import { chanceStatistics, countFacets } from '../candidates/statistics.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { largestGroup } from '../context/test-family.ts';
import { countOf } from '../membership/membership.ts';
import { idsAt, positionsOfSide, ruleFingerprint } from '../membership/rule-members.ts';
import { liftInterval } from '../null-model/intervals.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { chanceOfClauses } from '../null-model/rule-chance.ts';
import { isClusterOverlap, testOverlap } from '../significance/cluster-overlap.ts';
import { surprise } from '../significance/finding.ts';
import type { Finding } from '../significance/finding.ts';
import { splitTail } from '../significance/productivity.ts';

/** Least number of sets around one facet that makes the facet and its partners one structure. */
const leastAroundOne = 3;
/** The same around two facets or more: such sets have more in common than what separates them. */
const leastAroundMore = 2;

type Rated = Finding & { readonly q: number };

/** Sets across two kinds with the same facets of one kind. */
interface Hub {
  readonly key: string;
  /** Facets of the one kind. */
  readonly facets: readonly number[];
  readonly sets: Rated[];
}

/**
 * Joins sets across two kinds with the same facets of one kind (a place and its disciplines, a theme and its crafts) to
 * one candidate: that hub, and at least as many of its partners as the smallest of the sets has. It is reported at the
 * largest rate among the sets, if hub and partners as wholes also overlap beyond chance at that rate.
 */
export function joinHubs(
  context: MiningContext,
  structures: readonly Rated[],
): { hubs: Candidate[]; rest: Rated[] } {
  const { membership, counting } = context;
  const hubs: Candidate[] = [];
  const failed = new Set<string>();
  let rest = [...structures];
  for (;;) {
    const best = largestHub(rest, failed);
    if (!best) {
      return { hubs, rest };
    }
    const sets = readableSets(best);
    const joined = toCandidate(context, best.facets, sets);
    if (joined) {
      hubs.push(joined);
      const members = new Set(joined.member_ids);
      const within = ({ facets, k }: Finding) =>
        isMostlyWithin(idsAt(membership, counting.atLeast(facets, k)), members);
      rest = rest.filter((set) => !sets.includes(set) && !(best.sets.includes(set) && within(set)));
      // A join may fail a test that each of its sets passes: then each is reported.
    } else {
      failed.add(best.key);
    }
  }
}

function largestHub(structures: readonly Rated[], failed: ReadonlySet<string>): Hub | undefined {
  const around = new Map<string, Hub>();
  for (const finding of structures) {
    if (finding.family.kinds.length < 2 || finding.k < finding.facets.length) {
      continue;
    }
    for (const { from, to } of finding.family.fits) {
      const facets = finding.facets.filter((facet) => facet >= from && facet < to);
      const key = `${finding.family.kinds.join()} ${facets.join()}`;
      const hub = around.get(key) ?? { key, facets, sets: [] };
      hub.sets.push(finding);
      around.set(key, hub);
    }
  }
  return [...around.values()]
    .filter(({ key, facets, sets }) => {
      const least = facets.length > 1 ? leastAroundMore : leastAroundOne;
      return sets.length >= least && !failed.has(key);
    })
    .sort((a, b) => b.sets.length - a.sets.length || (a.key < b.key ? -1 : 1))[0];
}

/** The most surprising sets whose partners fit in one readable clause. */
function readableSets({ facets: hub, sets }: Hub): Rated[] {
  const partners = new Set<number>();
  return sets
    .toSorted((a, b) => surprise(b) - surprise(a) || sum(a) - sum(b))
    .filter(({ facets }) => {
      const added = facets.filter((facet) => !hub.includes(facet) && !partners.has(facet));
      if (partners.size + added.length > largestGroup) {
        return false;
      }
      for (const facet of added) {
        partners.add(facet);
      }
      return true;
    });
}

function toCandidate(
  context: MiningContext,
  hub: readonly number[],
  sets: readonly Rated[],
): Candidate | undefined {
  const { membership, thresholds } = context;
  const family = sets[0]?.family;
  if (!family) {
    return undefined;
  }
  const { classes } = family;
  const byUse = (a: number, b: number) => countOf(membership, b) - countOf(membership, a) || a - b;
  const partnersOf = ({ facets }: Finding) => facets.filter((facet) => !hub.includes(facet));
  const partners = [...new Set(sets.flatMap(partnersOf))].sort(byUse);
  const k = Math.min(...sets.map((set) => partnersOf(set).length));
  const chances = chanceOfClauses(classes, [
    { atLeast: hub.length, facets: hub },
    { atLeast: k, facets: partners },
  ]);
  if (!chances) {
    return undefined;
  }
  const keys = (facets: readonly number[]) => facets.map((facet) => membership.facets[facet] ?? '');
  const rule: SimpleRule = {
    clauses: [
      { at_least: hub.length, of: keys([...hub].sort(byUse)) },
      { at_least: k, of: keys(partners) },
    ],
  };
  const positions = positionsOfSide(membership, rule);
  const trials = { chances, counts: classes.counts };
  // With enough facets on both sides it is an overlap of clusters, and is tested as one.
  const overlap = isClusterOverlap(rule.clauses)
    ? testOverlap(membership, rule.clauses[0], rule.clauses[1])
    : undefined;
  const expected = overlap?.expected ?? meanOf(trials);
  if (liftInterval(positions.length, expected, thresholds.described).low < thresholds.minLift) {
    return undefined;
  }
  const q = Math.max(...sets.map((set) => set.q));
  const whole = { facets: hub, k: hub.length };
  if (splitTail(context, classes, whole, { facets: partners, k }).p > q) {
    return undefined;
  }
  const p = overlap?.p ?? upperTail(trials, positions.length);
  if (p > q) {
    return undefined;
  }
  const tested = sets.reduce((most, set) => Math.max(most, set.tested), 0);
  return {
    id: ruleFingerprint(rule),
    category: 'cross_domain',
    basis: 'beyond_chance',
    rule,
    facets: countFacets(membership, rule, positions),
    member_ids: idsAt(membership, positions),
    statistics: chanceStatistics(
      { observed: positions.length, expected, p, q, tested },
      membership.described,
    ),
  };
}

function sum({ facets }: Finding): number {
  return facets.reduce((total, facet) => total + facet, 0);
}
