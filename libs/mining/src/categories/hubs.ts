import type { SimpleRule } from '@warren/contracts';
import { liftInterval } from '../intervals.ts';
import { meanOf, upperTail } from '../poisson-binomial.ts';
import { surprise } from '../finding.ts';
import type { Finding, Floors } from '../finding.ts';
import { countOf } from '../membership.ts';
import type { Membership } from '../membership.ts';
import type { Candidate } from '../result.ts';
import { chanceOfClauses } from '../rule-chance.ts';
import { idsAt, positionsOfSide, ruleFingerprint } from '../rule-members.ts';
import { chanceStatistics, countFacets } from '../statistics.ts';
import { LARGEST_GROUP } from '../universe.ts';

/** With so many pairs around one facet, the facet and its partners are one structure. */
const LEAST_PARTNERS = 3;

type Rated = Finding & { readonly q: number };

/**
 * Pairs across two kinds that meet in one facet (a place and its disciplines, a role and its tools) become one
 * candidate: the facet, and at least one of its partners. It is reported at the largest rate among its pairs.
 */
export function joinHubs(
  membership: Membership,
  structures: readonly Rated[],
  floors: Floors,
): { hubs: Candidate[]; rest: Rated[] } {
  const hubs: Candidate[] = [];
  let rest = [...structures];
  for (;;) {
    const best = largestHub(rest);
    if (!best) return { hubs, rest };
    const pairs = best.pairs
      .toSorted((a, b) => surprise(b) - surprise(a) || sum(a) - sum(b))
      .slice(0, LARGEST_GROUP);
    rest = rest.filter((finding) => !pairs.includes(finding));
    const joined = toHub(membership, best.hub, pairs, floors);
    if (joined) hubs.push(joined);
    // Together they may fall below the floors that each of them passes: then each is reported.
    else return { hubs, rest: [...rest, ...pairs] };
  }
}

function largestHub(structures: readonly Rated[]): { hub: number; pairs: Rated[] } | undefined {
  const around = new Map<string, { hub: number; pairs: Rated[] }>();
  for (const finding of structures) {
    if (finding.universe.kinds.length < 2 || finding.facets.length !== 2) continue;
    for (const hub of finding.facets) {
      const key = `${finding.universe.kinds.join()} ${hub}`;
      const known = around.get(key) ?? { hub, pairs: [] };
      known.pairs.push(finding);
      around.set(key, known);
    }
  }
  return [...around.values()]
    .filter(({ pairs }) => pairs.length >= LEAST_PARTNERS)
    .sort((a, b) => b.pairs.length - a.pairs.length || a.hub - b.hub)[0];
}

function toHub(
  membership: Membership,
  hub: number,
  pairs: readonly Rated[],
  floors: Floors,
): Candidate | undefined {
  const universe = pairs[0]?.universe;
  const partners = pairs
    .flatMap(({ facets }) => facets.filter((facet) => facet !== hub))
    .sort((a, b) => countOf(membership, b) - countOf(membership, a) || a - b);
  const chances =
    universe &&
    chanceOfClauses(universe.classes, [
      { atLeast: 1, facets: [hub] },
      { atLeast: 1, facets: partners },
    ]);
  if (!chances) return undefined;
  const keys = (facets: readonly number[]) => facets.map((facet) => membership.facets[facet] ?? '');
  const rule: SimpleRule = {
    clauses: [
      { at_least: 1, of: keys([hub]) },
      { at_least: 1, of: keys(partners) },
    ],
  };
  const positions = positionsOfSide(membership, rule);
  const trials = { chances, counts: universe.classes.counts };
  const expected = meanOf(trials);
  if (liftInterval(positions.length, expected, floors.described).low < floors.minLift) return undefined;
  const p = upperTail(trials, positions.length);
  const q = Math.max(...pairs.map((pair) => pair.q));
  const tested = pairs.reduce((most, pair) => Math.max(most, pair.tested), 0);
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
