import type { Clause } from '@warren/contracts';
import type { Candidate } from '../candidates/candidate.ts';
import { sameWords } from '../candidates/same-words.ts';
import { chanceStatistics, countFacets } from '../candidates/statistics.ts';
import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { meetsThresholds } from '../context/thresholds.ts';
import { labelOf } from '../membership/facet-keys.ts';
import type { Membership } from '../membership/membership.ts';
import { idsAt, positionsOfSide, ruleFingerprint } from '../membership/rule-members.ts';
import { isClusterOverlap, testOverlap } from '../significance/cluster-overlap.ts';
import type { Overlap } from '../significance/cluster-overlap.ts';

/** Most clusters of either kind that are tested against each other, the strongest ones. */
const mostClusters = 60;

type TestedOverlap = Overlap & {
  readonly clauses: readonly [Clause, Clause];
  readonly keys: readonly string[];
};

/**
 * Skill clusters and interest themes that overlap in more members than both margins explain. Every cluster is tested
 * against every theme, as wholes, except those that name the same things and two pairs, which are tested as a set of
 * four; together the overlaps are one more family of tests, which `familyCount` includes.
 *
 * The test is valid although the clusters were chosen from the data: the members of a theme follow from interests
 * alone, those of a cluster from skills alone, and under the null hypothesis, which joins skills to interests by
 * nothing but how much each member lists, the overlap had no part in the choice. Within one kind this would not hold:
 * both groups would be cut from the same columns. A pair that a candidate across kinds already covers, by a facet of
 * each, is not reported again.
 */
export function findCrossClusterOverlaps(context: MiningContext, beyond: readonly Candidate[]): Candidate[] {
  const { membership, thresholds, familyCount, q, signal } = context;
  const tested: TestedOverlap[] = [];
  const clusters = clausesOf(beyond, 'skill_cluster').slice(0, mostClusters);
  for (const theme of clausesOf(beyond, 'interest_theme').slice(0, mostClusters)) {
    for (const cluster of clusters) {
      checkCancelled(signal);
      const clauses = [theme, cluster] as const;
      if (!isClusterOverlap(clauses) || nameTheSame(theme, cluster)) {
        continue;
      }
      const overlap = testOverlap(membership, theme, cluster, ({ observed, expected }) =>
        meetsThresholds(thresholds, observed, expected),
      );
      if (overlap) {
        tested.push({ ...overlap, clauses, keys: clauses.flatMap(({ of }) => of) });
      }
    }
  }
  const covered = beyond
    .filter(({ category }) => category === 'cross_domain')
    .map(({ facets }) => new Set(facets.map(({ key }) => key)));
  return withRates(tested, familyCount)
    .filter((overlap) => overlap.q <= q)
    .filter(
      ({ clauses }) => !covered.some((keys) => clauses.every(({ of }) => of.some((key) => keys.has(key)))),
    )
    .map((overlap) => toCandidate(membership, overlap, tested.length));
}

function clausesOf(candidates: readonly Candidate[], category: Candidate['category']): Clause[] {
  return candidates.flatMap((candidate) => {
    if (candidate.category !== category || !('clauses' in candidate.rule)) {
      return [];
    }
    const [only, ...more] = candidate.rule.clauses;
    return only && more.length === 0 ? [only] : [];
  });
}

function nameTheSame(one: Clause, other: Clause): boolean {
  return one.of.some((key) => other.of.some((another) => sameWords(labelOf(key), labelOf(another))));
}

/**
 * The procedure of Benjamini & Hochberg (1995) within the family, which has its share of the error; as in `grade`, only
 * overlaps without a common facet count as separate discoveries.
 */
function withRates(tested: readonly TestedOverlap[], familyCount: number): (TestedOverlap & { q: number })[] {
  const ordered = tested.toSorted((a, b) => a.p - b.p || (a.keys.join() < b.keys.join() ? -1 : 1));
  const taken = new Set<string>();
  let separate = 0;
  const rates = ordered.map(({ p, keys }) => {
    if (keys.every((key) => !taken.has(key))) {
      separate++;
      for (const key of keys) {
        taken.add(key);
      }
    }
    return (p * tested.length * familyCount) / separate;
  });
  let least = 1;
  return ordered
    .map((overlap, at) => ({ overlap, rate: rates[at] ?? 1 }))
    .reverse()
    .map(({ overlap, rate }) => ({ ...overlap, q: (least = Math.min(least, rate)) }))
    .reverse();
}

function toCandidate(
  membership: Membership,
  { clauses, observed, expected, p, q }: TestedOverlap & { q: number },
  tested: number,
): Candidate {
  const rule = { clauses: [...clauses] };
  const positions = positionsOfSide(membership, rule);
  return {
    id: ruleFingerprint(rule),
    category: 'cross_domain',
    basis: 'beyond_chance',
    rule,
    facets: countFacets(membership, rule, positions),
    member_ids: idsAt(membership, positions),
    statistics: chanceStatistics({ observed, expected, p, q, tested }, membership.described),
  };
}
