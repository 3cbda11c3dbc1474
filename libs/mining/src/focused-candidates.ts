import { isTwoSided } from '@warren/contracts';
import type { Candidate } from './candidates/candidate.ts';
import { foldNearDuplicates } from './candidates/near-duplicates.ts';
import { strongestFirst } from './candidates/ranking.ts';
import { mostShared, shareTwo } from './categories/shared.ts';
import type { Membership } from './membership/membership.ts';
import { membersOfRule } from './membership/rule-members.ts';
import { reportedStatistics } from './rule-evaluation.ts';
import type { RuleEvaluation } from './rule-evaluation.ts';

type Evaluation = Pick<RuleEvaluation, 'id' | 'bases' | 'statistics' | 'expected_beside' | 'against_chance'>;
type Outline = Pick<Candidate, 'id' | 'category' | 'basis' | 'rule' | 'facets' | 'statistics'>;

/**
 * Candidates found under a focus with their bases and statistics over the whole membership, those that chance may
 * explain last. A focused analysis counts only the tests it made; one focus after another would report false
 * positives, and the same rule with a different rate each time. Candidates no more common than expected over the whole
 * are left out.
 * @param evaluations over the whole, at least of those candidates for which `claimsChance`
 */
export function withEvaluations<C extends Pick<Candidate, 'id' | 'basis' | 'rule' | 'statistics'>>(
  candidates: readonly C[],
  evaluations: readonly Evaluation[],
): C[] {
  const evaluationOf = new Map(evaluations.map((evaluation) => [evaluation.id, evaluation]));
  const evaluated = candidates.flatMap((candidate) => {
    const evaluation = evaluationOf.get(candidate.id);
    if (!evaluation || !claimsChance(candidate)) {
      return [candidate];
    }
    const basis = evaluation.bases.find((possible) => possible !== 'share');
    const statistics = evaluation.against_chance ?? reportedStatistics(evaluation);
    return basis ? [{ ...candidate, basis, statistics }] : [];
  });
  return [
    ...evaluated.filter(({ basis }) => basis !== 'shared'),
    ...evaluated.filter(({ basis }) => basis === 'shared'),
  ];
}

/**
 * Merges the evaluated candidates of a focus with those that the analysis of the whole membership has about it: a focus
 * groups facets differently, and what the whole proves of them would be missing where the focus groups them otherwise.
 * Both outline the same clusters, so the strongest outline comes first, whichever analysis found it, and variants of a
 * stronger one are left out, as in either analysis.
 * @param ofWhole candidates of the whole membership that are about the focus
 */
export function mergeWithWhole<C extends Outline>(
  membership: Membership,
  evaluated: readonly C[],
  ofWhole: readonly C[],
): C[] {
  const names = new Set(ofWhole.map(nameOf));
  const union = [...ofWhole, ...evaluated.filter((candidate) => !names.has(nameOf(candidate)))];
  const isOfWhole = (candidate: C): boolean => names.has(nameOf(candidate));
  const apart = union.filter(({ basis }) => basis === 'apart');
  const inOrder = (basis: 'beyond_chance' | 'shared'): C[] =>
    strongestFirst(
      membership,
      union.filter((candidate) => candidate.basis === basis && claimsChance(candidate)),
      isOfWhole,
    );
  const beyond = withoutVariants(membership, inOrder('beyond_chance'));
  const others = withoutVariants(
    membership,
    union.filter((candidate) => !claimsChance(candidate)),
  );
  return [...beyond, ...apart, ...others, ...withoutOverlaps(inOrder('shared'), beyond)];
}

/** Returns whether a candidate's basis is a comparison with chance. */
export function claimsChance({ basis, rule }: Pick<Candidate, 'basis' | 'rule'>): boolean {
  return basis === 'apart' || (!isTwoSided(rule) && (basis === 'beyond_chance' || basis === 'shared'));
}

/** A rule is a candidate of a category once, whatever its basis. */
function nameOf({ id, category }: Outline): string {
  return `${id} ${category}`;
}

function withoutVariants<C extends Outline>(membership: Membership, candidates: readonly C[]): C[] {
  const outlines = candidates.map((candidate) => ({
    candidate,
    category: candidate.category,
    facets: candidate.facets,
    member_ids: membersOfRule(membership, candidate.rule),
  }));
  return foldNearDuplicates(membership, outlines).map(({ candidate }) => candidate);
}

/** The first of the candidates that chance may explain, without those that share two facets with a stronger one. */
function withoutOverlaps<C extends Outline>(candidates: readonly C[], stronger: readonly C[]): C[] {
  const keysOf = ({ facets }: C): string[] => facets.map(({ key }) => key);
  const reported = stronger.map(keysOf);
  const kept: C[] = [];
  for (const candidate of candidates) {
    if (kept.length >= mostShared) {
      break;
    }
    const keys = keysOf(candidate);
    if (reported.some((others) => shareTwo(keys, others))) {
      continue;
    }
    reported.push(keys);
    kept.push(candidate);
  }
  return kept;
}
