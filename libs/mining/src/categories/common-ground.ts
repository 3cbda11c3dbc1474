import type { Clause, TwoSidedRule } from '@warren/contracts';
import { intersect, overlap, unite } from '../membership/counting.ts';
import { surprise } from '../significance/finding.ts';
import { carriersOf, countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import type { KindFit } from '../null-model/null-model.ts';
import { upperTail } from '../null-model/poisson-binomial.ts';
import type { Candidate } from './candidate.ts';
import { idsAt, positionsOfSide, ruleFingerprint } from '../membership/rule-members.ts';
import { countFacets, shareStatistics } from './statistics.ts';
import { checkStop } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import { facetsAt, introduce } from './introductions.ts';
import { sameWords } from './same-words.ts';
import { labelOf } from './tautologies.ts';

const MOST = 5;
/** Of the smaller cluster at most this share may be in the other too: else the two have met already. */
const FEW = 0.1;
/** Not even one test alone would let more than this pass as more than usual. */
const NOMINAL = 0.05;
/** An interest that more than this share of those who list any have brings nobody together. */
const NEAR_UNIVERSAL = 0.6;
/** Only the strongest clusters are compared, each with each. */
const MOST_CLUSTERS = 30;
/** A cluster stands in so many of the candidates and no more. */
const MOST_OF_ONE = 2;

interface Cluster {
  readonly id: string;
  readonly clause: Clause;
  readonly members: Uint32Array;
  /** How many members care for each interest, and how many of them are at each level of how much they list. */
  readonly caring: Uint32Array;
  readonly atLevel: Uint32Array;
}

interface Ground {
  readonly clusters: readonly [Cluster, Cluster];
  readonly interest: string;
  /** How surprising it is that both care for the interest, in nats. */
  readonly score: number;
}

/**
 * Who could work together though nobody says so: two skill clusters that hardly anybody is in both of, with an
 * interest that each of them has more often than its members' inclination gives (`minLift`, p ≤ 0.05). Its givers
 * are one cluster's members with the interest and its seekers the other's; which is which means nothing. Clusters
 * with a skill that somebody looks for are left to the wishes. At most five, for chance may explain each of them.
 */
export function findCommonGround(
  membership: Membership,
  candidates: readonly Candidate[],
  limits: { readonly minMembers: number; readonly minLift: number },
  focus: ReadonlySet<string> | undefined,
  signal?: CancellationSignal,
): Candidate[] {
  const wished = new Set(
    candidates.filter(({ basis }) => basis === 'wish').flatMap(({ facets }) => facets.map(({ key }) => key)),
  );
  const fit = nullModelOf(membership).fit('interest');
  const clusters = candidates
    .filter(({ facets }) => !facets.some(({ key }) => wished.has(key)))
    .flatMap((candidate) => toCluster(membership, fit, candidate))
    .slice(0, MOST_CLUSTERS);
  const grounds = clusters.flatMap((one, at) =>
    clusters.slice(at + 1).flatMap((other) => {
      checkStop(signal);
      const pair = one.id < other.id ? ([one, other] as const) : ([other, one] as const);
      return bestGround(membership, fit, pair, limits, focus) ?? [];
    }),
  );
  const used = new Map<string, number>();
  return grounds
    .sort((a, b) => b.score - a.score || (groundName(a) < groundName(b) ? -1 : 1))
    .filter(({ clusters: both }) => {
      if (both.some(({ id }) => (used.get(id) ?? 0) >= MOST_OF_ONE)) return false;
      for (const { id } of both) used.set(id, (used.get(id) ?? 0) + 1);
      return true;
    })
    .slice(0, MOST)
    .map((ground) => toCandidate(membership, ground));
}

function toCluster(
  membership: Membership,
  fit: KindFit,
  { id, category, basis, rule }: Candidate,
): Cluster[] {
  if (category !== 'skill_cluster' || basis !== 'beyond_chance' || !('clauses' in rule)) return [];
  const [clause] = rule.clauses;
  if (!clause) return [];
  const members = positionsOfSide(membership, rule);
  const caring = new Uint32Array(fit.to - fit.from);
  const atLevel = new Uint32Array(fit.levels.length);
  for (const member of members) {
    const level = fit.levelOf[member] ?? 0;
    atLevel[level] = (atLevel[level] ?? 0) + 1;
    for (const facet of facetsAt(membership, member)) {
      if (facet >= fit.from && facet < fit.to) caring[facet - fit.from] = (caring[facet - fit.from] ?? 0) + 1;
    }
  }
  return [{ id, clause, members, caring, atLevel }];
}

function bestGround(
  membership: Membership,
  fit: KindFit,
  clusters: readonly [Cluster, Cluster],
  { minMembers, minLift }: { readonly minMembers: number; readonly minLift: number },
  focus: ReadonlySet<string> | undefined,
): Ground | undefined {
  const [one, other] = clusters;
  const both = intersect(one.members, other.members);
  if (both.length > FEW * Math.min(one.members.length, other.members.length)) return undefined;
  const skills = [...one.clause.of, ...other.clause.of];
  const wanted = (interest: string) => !focus || [interest, ...skills].some((key) => focus.has(key));
  let best: Ground | undefined;
  for (let facet = fit.from; facet < fit.to; facet++) {
    const count = countOf(membership, facet);
    const interest = membership.facets[facet] ?? '';
    if (count < 2 * minMembers || count > NEAR_UNIVERSAL * fit.active || !wanted(interest)) continue;
    let score = 0;
    const holds = clusters.every(({ caring, atLevel }) => {
      const observed = caring[facet - fit.from] ?? 0;
      const expected = atLevel.reduce((sum, members, level) => sum + members * fit.chance(level, facet), 0);
      score += surprise({ observed, expected });
      return observed >= minMembers && observed >= minLift * expected;
    });
    if (!holds || (best && score <= best.score)) continue;
    const met = overlap(carriersOf(membership, facet), both);
    if (clusters.some(({ caring }) => (caring[facet - fit.from] ?? 0) - met < minMembers)) continue;
    if (clusters.some((cluster) => tailOf(fit, cluster, facet) > NOMINAL)) continue;
    // That a craft's people care for the craft is no common ground.
    if (skills.some((key) => sameWords(labelOf(key), labelOf(interest)))) continue;
    best = { clusters, interest, score };
  }
  return best;
}

/** How probable it is that so many of a cluster's members care for an interest, by what each lists. */
function tailOf(fit: KindFit, { caring, atLevel }: Cluster, facet: number): number {
  const chances = Float64Array.from(atLevel, (_, level) => fit.chance(level, facet));
  return upperTail({ chances, counts: atLevel }, caring[facet - fit.from] ?? 0);
}

function toCandidate(membership: Membership, { clusters, interest }: Ground): Candidate {
  const [one, other] = clusters;
  const caring = ({ clause }: Cluster) => ({ clauses: [clause, { at_least: 1, of: [interest] }] });
  const rule: TwoSidedRule = { givers: caring(one), seekers: caring(other) };
  const giving = positionsOfSide(membership, rule.givers);
  const seeking = positionsOfSide(membership, rule.seekers);
  const united = unite(giving, seeking);
  return {
    id: ruleFingerprint(rule),
    category: 'collaboration_opportunity',
    basis: 'shared',
    rule,
    facets: countFacets(membership, rule, united),
    member_ids: idsAt(membership, united),
    statistics: shareStatistics(united.length, membership.described),
    sides: { givers: idsAt(membership, giving), seekers: idsAt(membership, seeking) },
    pairs: introduce(membership, giving, seeking, one.clause.of),
  };
}

function groundName({ clusters, interest }: Ground): string {
  return [...clusters.map(({ id }) => id), interest].join();
}
