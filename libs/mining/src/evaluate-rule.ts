import { isTwoSided } from '@warren/contracts';
import type { Rule, SimpleRule, TwoSidedRule } from '@warren/contracts';
import { isStrength } from './categories/strengths.ts';
import { introduce } from './categories/introductions.ts';
import { isMeeting, measureMeeting } from './categories/cross-cluster-overlap.ts';
import { createCounting } from './membership/counting.ts';
import { meetsThresholds } from './significance/finding.ts';
import { countOf, facetIndex, kindRange } from './membership/membership.ts';
import type { Membership } from './membership/membership.ts';
import { nullModelOf } from './null-model/null-model.ts';
import type { MemberClasses } from './null-model/null-model.ts';
import { meanOf, upperTail } from './null-model/poisson-binomial.ts';
import type { Basis, Candidate, FacetCounts, Introduction, Statistics } from './categories/candidate.ts';
import { chanceOfClauses } from './null-model/rule-chance.ts';
import type { IndexClause } from './null-model/rule-chance.ts';
import { idsAt, positionsOfRule, positionsOfSide, ruleFingerprint } from './membership/rule-members.ts';
import { heldTail } from './significance/conditional-test.ts';
import { facetsApart, splitTail, splitsOf } from './significance/productivity.ts';
import type { Part } from './significance/productivity.ts';
import { chanceStatistics, countFacets, shareStatistics, sharedStatistics } from './categories/statistics.ts';
import { binomialCoefficient } from './context/test-family.ts';

/** How a rule is judged; the thresholds default to Warren's. */
export interface EvaluationOptions {
  readonly q?: number;
  readonly minLift?: number;
  readonly minMembers?: number;
  /** The analysis the rule may stem from: a candidate's rule keeps the candidate's rate. */
  readonly result?: { readonly candidates: readonly Known[] };
}

/** What is needed of a candidate to tell its rate again. */
type Known = Pick<Candidate, 'id' | 'basis' | 'statistics'>;

/** What a rule amounts to in a membership. */
export interface RuleEvaluation {
  readonly id: string;
  readonly rule: Rule;
  readonly member_ids: readonly number[];
  readonly facets: readonly FacetCounts[];
  readonly statistics: Statistics;
  /**
   * Where a part of the rule adds nothing beyond chance to the rest: members to expect if that part only stood by. The
   * rule is judged against this, and its p and rate are those of that test.
   */
  readonly expected_beside?: number;
  /** Where `statistics` are those of a rule that was proposed for its share: the numbers of its other bases. */
  readonly against_chance?: Statistics;
  /** Every basis on which the rule may be reported, best first. */
  readonly bases: readonly Basis[];
  /** The best of them, null where it may not be reported. */
  readonly basis: Basis | null;
  /** Why it stands where it stands, for a reader. */
  readonly reason: string;
  readonly sides?: { readonly givers: readonly number[]; readonly seekers: readonly number[] };
  readonly pairs?: readonly Introduction[];
}

/** Facets of a set that is split in every way; each more doubles the splits. */
const MOST_SPLIT = 6;

/** A count against what it is judged by, in one of so many tests. */
interface Judged {
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
  readonly tested: number;
}

type Thresholds = Required<Omit<EvaluationOptions, 'result'>>;

/**
 * Judges a rule by the code that mines. One that mining proposed keeps its rate; one that was made up after
 * looking at the data answers for every rule of its shape over the testable facets.
 */
export function evaluateRule(
  membership: Membership,
  rule: Rule,
  { result, q = 0.05, minLift = 1.2, minMembers = 3 }: EvaluationOptions = {},
): RuleEvaluation {
  const id = ruleFingerprint(rule);
  const positions = positionsOfRule(membership, rule);
  const common = {
    id,
    rule,
    member_ids: idsAt(membership, positions),
    facets: countFacets(membership, rule, positions),
  };
  const thresholds = { q, minLift, minMembers };
  if (isTwoSided(rule)) {
    const givers = positionsOfSide(membership, rule.givers);
    const seekers = positionsOfSide(membership, rule.seekers);
    const enough = positions.length >= Math.max(2, minMembers);
    return {
      ...common,
      statistics: shareStatistics(positions.length, membership.described),
      ...verdict(
        enough ? [isWish(rule) ? 'wish' : 'shared'] : [],
        enough ? 'both sides are there' : 'too few members on the two sides',
      ),
      sides: { givers: idsAt(membership, givers), seekers: idsAt(membership, seekers) },
      pairs: introduce(membership, givers, seekers, rule.givers.clauses[0]?.of ?? []),
    };
  }
  const known = result?.candidates.find((candidate) => candidate.id === id);
  return { ...common, ...judgeSide(membership, rule, positions.length, thresholds, known) };
}

type Judgement = Omit<RuleEvaluation, 'id' | 'rule' | 'member_ids' | 'facets' | 'sides' | 'pairs'>;

function judgeSide(
  membership: Membership,
  rule: SimpleRule,
  observed: number,
  thresholds: Thresholds,
  known: Known | undefined,
): Judgement {
  const { q, minLift, minMembers } = thresholds;
  const strong: Basis[] = isStrength(observed, membership.described, minMembers) ? ['share'] : [];
  if (known?.basis === 'share') {
    // That a rule was proposed for its share says nothing of chance.
    const afresh = judgeSide(membership, rule, observed, thresholds, undefined);
    const bases = [...new Set<Basis>(['share', ...afresh.bases])];
    return {
      statistics: known.statistics,
      against_chance: toldStatistics(afresh),
      ...verdict(bases, 'proposed by the analysis itself'),
    };
  }
  if (known) {
    const bases = [...new Set<Basis>([known.basis, ...strong])];
    return { statistics: known.statistics, ...verdict(bases, 'proposed by the analysis itself') };
  }
  const chances = chancesOf(membership, rule);
  if (!chances || isSingleFacet(rule)) {
    const statistics = shareStatistics(observed, membership.described);
    const reason = chances
      ? 'one facet is no more than its own frequency'
      : 'too entangled to compare with chance';
    return { statistics, ...verdict(strong, reason) };
  }
  const trials = { chances: chances.byClass, counts: chances.classes.counts };
  const meeting = isMeeting(rule.clauses)
    ? measureMeeting(membership, rule.clauses[0], rule.clauses[1])
    : undefined;
  const expected = meeting?.expected ?? meanOf(trials);
  const p =
    meeting?.p ??
    Math.min(upperTail(trials, observed), tailWithMarginsHeld(membership, chances, observed) ?? 1);
  const tested = rulesOfShape(membership, rule, minMembers);
  const whole: Judged = { observed, expected, p, tested };
  // As where it mines: what is below the floors, or was not tested, counts with p = 1.
  const untested = { ...whole, p: 1 };
  const numbers = (of: Judged, statistics = sharedStatistics) =>
    statistics({ ...of, q: of.p * of.tested }, membership.described);
  if (observed < minMembers)
    return { statistics: numbers(untested), ...verdict([], `fewer than ${minMembers} members`) };
  if (observed <= expected)
    return { statistics: numbers(whole), ...verdict(strong, 'no more members than chance would give') };
  const shared = (of: Judged, reason: string) => ({
    statistics: numbers(of),
    ...verdict([...strong, 'shared'], reason),
  });
  if (p * tested > q) return shared(whole, 'chance could make one such rule among all of its shape');
  if (!meetsThresholds(observed, expected, { minLift, minMembers, described: membership.described }))
    return shared(untested, `lift may be below ${minLift}`);
  const weakest = weakestPart(membership, chances, whole, q);
  if (weakest === 'untested') return shared(untested, 'too many facets to test whether each belongs');
  if (weakest) {
    const reason = 'a part of the rule adds nothing beyond chance to the rest';
    const { statistics } = shared({ ...whole, p: weakest.p, tested: weakest.tested }, reason);
    const bases: Basis[] = observed > weakest.expected ? [...strong, 'shared'] : strong;
    return { statistics, expected_beside: weakest.expected, ...verdict(bases, reason) };
  }
  const bases: Basis[] = ['beyond_chance', ...strong, 'shared'];
  return { statistics: numbers(whole, chanceStatistics), ...verdict(bases, 'more than chance explains') };
}

/**
 * What is told of a judged rule. Where a part of it adds nothing to the rest, chance is what would come of that part
 * merely standing by: against the plain null model the rule looks better than it is, by the strength of the rest.
 */
export function toldStatistics({
  statistics,
  expected_beside: expected,
}: Pick<RuleEvaluation, 'statistics' | 'expected_beside'>): Statistics {
  const { observed, lift_low, lift_high } = statistics;
  if (expected === undefined || !(expected > 0)) return statistics;
  const less = (statistics.expected ?? expected) / expected;
  return {
    ...statistics,
    expected,
    lift: observed / expected,
    lift_low: lift_low === null ? null : Math.min(1, lift_low * less),
    lift_high: lift_high === null ? null : Math.max(1, lift_high * less),
  };
}

function verdict(bases: readonly Basis[], reason: string) {
  return { bases, basis: bases[0] ?? null, reason };
}

/** Whether all that the seekers look for is what the givers have, as a skill or an interest. */
function isWish({ givers, seekers }: TwoSidedRule): boolean {
  const offered = new Set(givers.clauses.flatMap(({ of }) => of));
  return seekers.clauses.every(({ of }) =>
    of.every((key) => {
      const label = key.startsWith('looking_for:') ? key.slice('looking_for:'.length) : undefined;
      return label !== undefined && (offered.has(`skill:${label}`) || offered.has(`interest:${label}`));
    }),
  );
}

function isSingleFacet({ clauses }: SimpleRule): boolean {
  return new Set(clauses.flatMap(({ of }) => of)).size === 1;
}

interface Chances {
  readonly classes: MemberClasses;
  readonly clauses: readonly IndexClause[];
  readonly byClass: Float64Array;
}

function chancesOf(membership: Membership, rule: SimpleRule): Chances | undefined {
  const clauses = rule.clauses.map(({ at_least, of }) => ({
    atLeast: at_least,
    facets: of.map((key) => facetIndex(membership, key)).filter((facet) => facet >= 0),
  }));
  const keys = rule.clauses.flatMap(({ of }) => of).filter((key) => facetIndex(membership, key) >= 0);
  const classes = nullModelOf(membership).classes(keys.map(kindOf));
  if (clauses.some(({ atLeast, facets }) => facets.length < atLeast)) {
    return { classes, clauses, byClass: new Float64Array(classes.counts.length) };
  }
  const byClass = chanceOfClauses(classes, clauses);
  return byClass && { classes, clauses, byClass };
}

/** The sharper test that mining uses near a threshold, where the rule is of the form that mining tests. */
function tailWithMarginsHeld(
  membership: Membership,
  { classes, clauses }: Chances,
  observed: number,
): number | undefined {
  const facets = [...new Set(clauses.flatMap((clause) => clause.facets))].sort((a, b) => a - b);
  const [only, ...more] = clauses;
  const every = clauses.every((clause) => clause.atLeast === clause.facets.length);
  if (!only || (more.length > 0 && !every) || facets.length < 2 || classes.kinds.length > 2) return undefined;
  const model = nullModelOf(membership);
  const scope = { classes, fits: classes.kinds.map((kind) => model.fit(kind)) };
  return heldTail(membership, scope, { facets, k: every ? facets.length : only.atLeast, observed });
}

/** Every choice of as many facets of the same kinds, among those enough members carry. */
function rulesOfShape(membership: Membership, rule: SimpleRule, minMembers: number): number {
  const choices = rule.clauses.map(({ of }) => {
    const kinds = new Map<string, string[]>();
    for (const key of of) kinds.set(kindOf(key), [...(kinds.get(kindOf(key)) ?? []), key]);
    return [...kinds].reduce((product, [kind, keys]) => {
      const [from, to] = kindRange(membership, kind);
      const rare = keys.some((key) => carried(membership, facetIndex(membership, key)) < minMembers);
      let testable = 0;
      for (let facet = from; facet < to; facet++) {
        if (rare || countOf(membership, facet) >= minMembers) testable++;
      }
      return product * Math.max(1, binomialCoefficient(testable, keys.length));
    }, 1);
  });
  return choices.reduce((product, choice) => product * choice, 1);
}

/**
 * The part of a rule that goes least with the rest, where the two do not go together beyond chance: the rule's count
 * judged by what it would be if that part only stood by. Undefined where every part belongs.
 */
function weakestPart(
  membership: Membership,
  { classes, clauses }: Chances,
  { observed }: Judged,
  q: number,
): Judged | 'untested' | undefined {
  const facets = [...new Set(clauses.flatMap((clause) => clause.facets))].sort((a, b) => a - b);
  const parts = partsOf(clauses, facets);
  if (!parts) return 'untested';
  // Two clauses as wholes are one test; a facet or a part might have been any.
  const tested = parts.length === 1 ? 1 : Math.max(1, membership.facets.length);
  const counting = createCounting(membership);
  const [weakest] = parts
    .map(([part, rest]) => splitTail(classes, counting, part, rest))
    .filter(({ p }) => p * tested > q)
    .sort((a, b) => b.p - a.p || a.lift - b.lift);
  if (!weakest) return undefined;
  const expected = weakest.lift > 0 ? observed / weakest.lift : observed;
  return { observed, expected, p: weakest.p, tested };
}

/** In which ways a rule falls into two parts that must go together; undefined where there are too many. */
function partsOf(
  clauses: readonly IndexClause[],
  facets: readonly number[],
): readonly (readonly [Part, Part])[] | undefined {
  const [first, second, ...more] = clauses;
  if (!first) return [];
  if (clauses.every((clause) => clause.atLeast === clause.facets.length)) {
    return facets.length > MOST_SPLIT ? undefined : splitsOf(facets);
  }
  if (!second) return facetsApart({ facets, k: first.atLeast });
  if (more.length > 0 || facets.length < first.facets.length + second.facets.length) return [];
  return [
    [
      { facets: first.facets, k: first.atLeast },
      { facets: second.facets, k: second.atLeast },
    ],
  ];
}

function carried(membership: Membership, facet: number): number {
  return facet < 0 ? 0 : countOf(membership, facet);
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
