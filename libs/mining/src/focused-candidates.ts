import { isTwoSided } from '@warren/contracts';
import { foldNearDuplicates } from './categories/near-duplicates.ts';
import { strongestFirst } from './categories/ranking.ts';
import { MOST_SHARED, overlap } from './categories/shared.ts';
import { toldStatistics } from './evaluate-rule.ts';
import type { RuleEvaluation } from './evaluate-rule.ts';
import type { Membership } from './membership/membership.ts';
import type { Candidate } from './categories/candidate.ts';
import { membersOfRule } from './membership/rule-members.ts';

type Judgement = Pick<RuleEvaluation, 'id' | 'bases' | 'statistics' | 'expected_beside' | 'against_chance'>;
type Outline = Pick<Candidate, 'id' | 'category' | 'basis' | 'rule' | 'facets' | 'statistics'>;

/**
 * Candidates found under a focus as the whole membership bears them out, those that chance may explain last. A focus
 * counts only what it looked at; one after another would find flukes, and the same rule would be told with another rate
 * each time. What is no more than chance over the whole is left out.
 * @param judgements of those candidates at least for which `claimsChance`
 */
export function asJudged<C extends Pick<Candidate, 'id' | 'basis' | 'rule' | 'statistics'>>(
  candidates: readonly C[],
  judgements: readonly Judgement[],
): C[] {
  const judgementOf = new Map(judgements.map((judgement) => [judgement.id, judgement]));
  const judged = candidates.flatMap((candidate) => {
    const judgement = judgementOf.get(candidate.id);
    if (!judgement || !claimsChance(candidate)) return [candidate];
    const basis = judgement.bases.find((possible) => possible !== 'share');
    const statistics = judgement.against_chance ?? toldStatistics(judgement);
    return basis ? [{ ...candidate, basis, statistics }] : [];
  });
  return [
    ...judged.filter(({ basis }) => basis !== 'shared'),
    ...judged.filter(({ basis }) => basis === 'shared'),
  ];
}

/**
 * What was judged under a focus together with what the whole membership shows of it: a focus groups facets in another
 * way, and what the whole proves of them would be missed where its own grouping does not hold. The two outline the same
 * clusters, so the strongest comes first, whichever of them found it, and variants of a stronger one are left out, as
 * where either was mined.
 * @param ofWhole candidates of the whole membership that are about the focus
 */
export function besideWhole<C extends Outline>(
  membership: Membership,
  judged: readonly C[],
  ofWhole: readonly C[],
): C[] {
  const known = new Set(ofWhole.map(nameOf));
  const union = [...ofWhole, ...judged.filter((candidate) => !known.has(nameOf(candidate)))];
  const isOfWhole = (candidate: C): boolean => known.has(nameOf(candidate));
  const inOrder = (basis: 'beyond_chance' | 'shared'): C[] =>
    strongestFirst(
      membership,
      union.filter((candidate) => candidate.basis === basis && claimsChance(candidate)),
      isOfWhole,
    );
  const beyond = withoutVariants(membership, inOrder('beyond_chance'));
  const plain = withoutVariants(
    membership,
    union.filter((candidate) => !claimsChance(candidate)),
  );
  return [...beyond, ...plain, ...withoutOverlaps(inOrder('shared'), beyond)];
}

/** Whether it says of a candidate how it stands against chance. */
export function claimsChance({ basis, rule }: Pick<Candidate, 'basis' | 'rule'>): boolean {
  return !isTwoSided(rule) && (basis === 'beyond_chance' || basis === 'shared');
}

/** One rule is a candidate of a category once, whatever it stands on. */
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
  return foldNearDuplicates(outlines).map(({ candidate }) => candidate);
}

/** The first of what chance may explain: none with two facets of a stronger one, as where it was mined. */
function withoutOverlaps<C extends Outline>(candidates: readonly C[], stronger: readonly C[]): C[] {
  const keysOf = ({ facets }: C): string[] => facets.map(({ key }) => key);
  const told = stronger.map(keysOf);
  const kept: C[] = [];
  for (const candidate of candidates) {
    if (kept.length >= MOST_SHARED) break;
    const keys = keysOf(candidate);
    if (told.some((others) => overlap(keys, others))) continue;
    told.push(keys);
    kept.push(candidate);
  }
  return kept;
}
