import { isTwoSided } from '@warren/contracts';
import { toldStatistics } from './evaluate-rule.ts';
import type { RuleEvaluation } from './evaluate-rule.ts';
import type { Candidate } from './result.ts';

type Judgement = Pick<RuleEvaluation, 'bases' | 'statistics' | 'expected_beside' | 'against_chance'>;

/**
 * Candidates found under a focus as the whole membership bears them out, those that chance may explain last. A focus
 * counts only what it looked at; one after another would find flukes, and the same rule would be told with another rate
 * each time. What is no more than chance over the whole is left out.
 * @param judgements in the order of the candidates
 * @param ofWhole candidates of the whole membership that are about the focus: a focus groups facets in another way, and what
 * the whole proves of them would be missed where its own grouping does not hold
 */
export function asJudged<C extends Pick<Candidate, 'id' | 'basis' | 'rule' | 'statistics'>>(
  candidates: readonly C[],
  judgements: readonly Judgement[],
  ofWhole: readonly C[] = [],
): C[] {
  const judged = candidates.flatMap((candidate, at) => {
    const judgement = judgements[at];
    if (!judgement || !claimsChance(candidate)) return [candidate];
    const basis = judgement.bases.find((possible) => possible !== 'share');
    const statistics = judgement.against_chance ?? toldStatistics(judgement);
    return basis ? [{ ...candidate, basis, statistics }] : [];
  });
  const found = new Set(judged.map(({ id, basis }) => `${id} ${basis}`));
  const all = [...judged, ...ofWhole.filter(({ id, basis }) => !found.has(`${id} ${basis}`))];
  const isShared = ({ basis }: C) => basis === 'shared';
  return [...all.filter((candidate) => !isShared(candidate)), ...all.filter(isShared)];
}

/** Whether it says of a candidate how it stands against chance. */
function claimsChance({ basis, rule }: Pick<Candidate, 'basis' | 'rule'>): boolean {
  return !isTwoSided(rule) && (basis === 'beyond_chance' || basis === 'shared');
}
