import { isTwoSided } from '@warren/contracts';
import type { Rule, SimpleRule, TwoSidedRule } from '@warren/contracts';
import { isStrength } from './categories/strengths.ts';
import { introduce } from './categories/introductions.ts';
import { isMeeting, measureMeeting } from './categories/meeting.ts';
import { createCounting } from './counting.ts';
import { passesFloors } from './finding.ts';
import { countOf, facetIndex, kindRange } from './membership.ts';
import type { Membership } from './membership.ts';
import { nullModelOf } from './null-model.ts';
import type { MemberClasses } from './null-model.ts';
import { meanOf, upperTail } from './poisson-binomial.ts';
import type { Basis, Candidate, FacetCounts, Introduction, Statistics } from './result.ts';
import { chanceOfClauses } from './rule-chance.ts';
import type { IndexClause } from './rule-chance.ts';
import { idsAt, positionsOfRule, positionsOfSide, ruleFingerprint } from './rule-members.ts';
import { heldTail } from './sharpen.ts';
import { isCohesive, isProductive, splitTail } from './splits.ts';
import { chanceStatistics, countFacets, shareStatistics } from './statistics.ts';
import { binomialCoefficient } from './universe.ts';

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
  /** Every basis on which the rule may be reported, best first. */
  readonly bases: readonly Basis[];
  /** The best of them, null where it may not be reported. */
  readonly basis: Basis | null;
  /** Why it stands where it stands, for a reader. */
  readonly reason: string;
  readonly sides?: { readonly givers: readonly number[]; readonly seekers: readonly number[] };
  readonly pairs?: readonly Introduction[];
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

function judgeSide(
  membership: Membership,
  rule: SimpleRule,
  observed: number,
  thresholds: Thresholds,
  known: Known | undefined,
): Pick<RuleEvaluation, 'statistics' | 'bases' | 'basis' | 'reason'> {
  const { q, minLift, minMembers } = thresholds;
  const strong: Basis[] = isStrength(observed, membership.described, minMembers) ? ['share'] : [];
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
  const statistics = chanceStatistics({ observed, expected, p, q: p * tested, tested }, membership.described);
  if (observed < minMembers) return { statistics, ...verdict([], `fewer than ${minMembers} members`) };
  if (observed <= expected)
    return { statistics, ...verdict(strong, 'no more members than chance would give') };
  const floors = { minLift, minMembers, described: membership.described };
  const fails =
    p * tested > q
      ? 'chance could make one such rule among all of its shape'
      : !passesFloors(observed, expected, floors)
        ? `lift may be below ${minLift}`
        : !holdsTogether(membership, chances, q)
          ? 'a part of the rule adds nothing beyond chance to the rest'
          : undefined;
  return fails
    ? { statistics, ...verdict([...strong, 'shared'], fails) }
    : { statistics, ...verdict(['beyond_chance', ...strong, 'shared'], 'more than chance explains') };
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

function holdsTogether(membership: Membership, { classes, clauses }: Chances, q: number): boolean {
  const counting = createCounting(membership);
  const facets = [...new Set(clauses.flatMap((clause) => clause.facets))].sort((a, b) => a - b);
  const level = q / Math.max(1, membership.facets.length);
  const [first, second] = clauses;
  if (clauses.every((clause) => clause.atLeast === clause.facets.length)) {
    return facets.length > 6 || isProductive(classes, counting, facets, level);
  }
  if (!first) return false;
  if (clauses.length === 1) return isCohesive(classes, counting, { facets, k: first.atLeast }, level);
  if (!second || clauses.length > 2 || facets.length < first.facets.length + second.facets.length)
    return true;
  const a = { facets: first.facets, k: first.atLeast };
  return splitTail(classes, counting, a, { facets: second.facets, k: second.atLeast }).p <= q;
}

function carried(membership: Membership, facet: number): number {
  return facet < 0 ? 0 : countOf(membership, facet);
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
