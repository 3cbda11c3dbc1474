import type { Clause, TwoSidedRule } from '@warren/contracts';
import type { Candidate } from '../candidates/candidate.ts';
import { commonInterestClaim } from '../candidates/common-interest-claim.ts';
import { introduce } from '../candidates/introductions.ts';
import { sameWords } from '../candidates/same-words.ts';
import { countFacets } from '../candidates/statistics.ts';
import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { nearUniversal } from '../context/test-family.ts';
import { intersect, overlap, unite } from '../membership/counting.ts';
import { labelOf } from '../membership/facet-keys.ts';
import { carriersOf, countOf, facetsAt } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { idsAt, positionsOfSide, ruleFingerprint } from '../membership/rule-members.ts';
import type { KindFit } from '../null-model/null-model.ts';
import { upperTail } from '../null-model/poisson-binomial.ts';
import { testCommonInterest } from '../significance/common-interest.ts';
import { nominalLevel } from '../significance/false-discovery.ts';
import { surprise } from '../significance/finding.ts';

const mostCandidates = 5;
/** Largest share of the smaller cluster that is in the other as well: beyond it the two know each other already. */
const mostOverlap = 0.1;
/** Most clusters that are compared, each with each, the strongest ones. */
const mostClusters = 30;
/** Most candidates in which one cluster occurs. */
const mostOfOne = 2;

interface Cluster {
  readonly id: string;
  readonly clause: Clause;
  readonly members: Uint32Array;
  /** Number of its members with each interest, by facet index less that of the first interest. */
  readonly caring: Uint32Array;
  /** Number of its members at each level of the null model of interests. */
  readonly atLevel: Uint32Array;
}

interface CommonGround {
  readonly clusters: readonly [Cluster, Cluster];
  readonly interest: string;
  /** Surprise, in nats, of the number of members with the interest, summed over the two clusters. */
  readonly score: number;
}

/**
 * People who could work together though nobody asks for it: two skill clusters with hardly any common members, and an
 * interest that each of them has more often than the null model expects (`minLift`, p ≤ 0.05). The givers are one
 * cluster's members with the interest, the seekers the other's; the two sides are interchangeable. Clusters with a
 * skill that somebody looks for are left to the wishes. At most five, since chance may explain each of them.
 */
export function findCommonGround(context: MiningContext, found: readonly Candidate[]): Candidate[] {
  const { membership } = context;
  const wished = new Set(
    found.filter(({ basis }) => basis === 'wish').flatMap(({ facets }) => facets.map(({ key }) => key)),
  );
  const fit = context.model.fit('interest');
  const clusters = found
    .filter(({ facets }) => !facets.some(({ key }) => wished.has(key)))
    .flatMap((candidate) => toCluster(membership, fit, candidate))
    .slice(0, mostClusters);
  const grounds = clusters.flatMap((one, at) =>
    clusters.slice(at + 1).flatMap((other) => {
      checkCancelled(context.signal);
      const pair = one.id < other.id ? ([one, other] as const) : ([other, one] as const);
      return bestInterest(context, fit, pair) ?? [];
    }),
  );
  const used = new Map<string, number>();
  return grounds
    .sort((a, b) => b.score - a.score || (nameOf(a) < nameOf(b) ? -1 : 1))
    .filter(({ clusters: both }) => {
      if (both.some(({ id }) => (used.get(id) ?? 0) >= mostOfOne)) {
        return false;
      }
      for (const { id } of both) {
        used.set(id, (used.get(id) ?? 0) + 1);
      }
      return true;
    })
    .slice(0, mostCandidates)
    .flatMap((ground) => toCandidate(context, ground));
}

function toCluster(
  membership: Membership,
  fit: KindFit,
  { id, category, basis, rule }: Candidate,
): Cluster[] {
  if (category !== 'skill_cluster' || basis !== 'beyond_chance' || !('clauses' in rule)) {
    return [];
  }
  const [clause] = rule.clauses;
  if (!clause) {
    return [];
  }
  const members = positionsOfSide(membership, rule);
  const caring = new Uint32Array(fit.to - fit.from);
  const atLevel = new Uint32Array(fit.levels.length);
  for (const member of members) {
    const level = fit.levelOf[member] ?? 0;
    atLevel[level] = (atLevel[level] ?? 0) + 1;
    for (const facet of facetsAt(membership, member)) {
      if (facet >= fit.from && facet < fit.to) {
        caring[facet - fit.from] = (caring[facet - fit.from] ?? 0) + 1;
      }
    }
  }
  return [{ id, clause, members, caring, atLevel }];
}

function bestInterest(
  { membership, thresholds: { minMembers, minLift }, focus }: MiningContext,
  fit: KindFit,
  clusters: readonly [Cluster, Cluster],
): CommonGround | undefined {
  const [one, other] = clusters;
  const both = intersect(one.members, other.members);
  if (both.length > mostOverlap * Math.min(one.members.length, other.members.length)) {
    return undefined;
  }
  const skills = [...one.clause.of, ...other.clause.of];
  const wanted = (interest: string) => !focus || [interest, ...skills].some((key) => focus.has(key));
  let best: CommonGround | undefined;
  for (let facet = fit.from; facet < fit.to; facet++) {
    const count = countOf(membership, facet);
    const interest = membership.facets[facet] ?? '';
    if (count < 2 * minMembers || count > nearUniversal * fit.active || !wanted(interest)) {
      continue;
    }
    let score = 0;
    const holds = clusters.every(({ caring, atLevel }) => {
      const observed = caring[facet - fit.from] ?? 0;
      const expected = atLevel.reduce((sum, members, level) => sum + members * fit.chance(level, facet), 0);
      score += surprise({ observed, expected });
      return observed >= minMembers && observed >= minLift * expected;
    });
    if (!holds || (best && score <= best.score)) {
      continue;
    }
    const inBoth = overlap(carriersOf(membership, facet), both);
    if (clusters.some(({ caring }) => (caring[facet - fit.from] ?? 0) - inBoth < minMembers)) {
      continue;
    }
    if (clusters.some((cluster) => tailOf(fit, cluster, facet) > nominalLevel)) {
      continue;
    }
    // An interest in a cluster's own skill is no common ground.
    if (skills.some((key) => sameWords(labelOf(key), labelOf(interest)))) {
      continue;
    }
    best = { clusters, interest, score };
  }
  return best;
}

/** The probability that as many of a cluster's members have an interest, given how many interests each lists. */
function tailOf(fit: KindFit, { caring, atLevel }: Cluster, facet: number): number {
  const chances = Float64Array.from(atLevel, (_, level) => fit.chance(level, facet));
  return upperTail({ chances, counts: atLevel }, caring[facet - fit.from] ?? 0);
}

function toCandidate(context: MiningContext, { clusters, interest }: CommonGround): Candidate[] {
  const { membership } = context;
  const [one, other] = clusters;
  const withInterest = ({ clause }: Cluster) => ({ clauses: [clause, { at_least: 1, of: [interest] }] });
  const rule: TwoSidedRule = { givers: withInterest(one), seekers: withInterest(other) };
  const test = testCommonInterest(context, rule);
  if (!test) {
    return [];
  }
  const givers = positionsOfSide(membership, rule.givers);
  const seekers = positionsOfSide(membership, rule.seekers);
  const united = unite(givers, seekers);
  return [
    {
      id: ruleFingerprint(rule),
      category: 'collaboration_opportunity',
      rule,
      facets: countFacets(membership, rule, united),
      member_ids: idsAt(membership, united),
      ...commonInterestClaim(context, test),
      sides: { givers: idsAt(membership, givers), seekers: idsAt(membership, seekers) },
      pairs: introduce(membership, givers, seekers, one.clause.of),
    },
  ];
}

function nameOf({ clusters, interest }: CommonGround): string {
  return [...clusters.map(({ id }) => id), interest].join();
}
