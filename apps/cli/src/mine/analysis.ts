import { isInFocus, resolveFocus } from '@warren/facets';
import type { Focus, Vocabulary } from '@warren/facets';
import { claimsChance, evaluateRule, mergeWithWhole, mine, withEvaluations } from '@warren/mining';
import type { Membership, MiningOptions, MiningResult } from '@warren/mining';
import type { Community } from './members/member-table.ts';
import type { MineOptions } from './options.ts';

/** No focus area is known in the file; the message names similar ones. */
class FocusUnknown extends Error {
  override readonly name = 'FocusUnknown';
}

/** Resolves focus areas, with a line for each unknown one; null if none is given. @throws FocusUnknown */
export function focusOf(
  areas: readonly string[],
  { facets }: Community,
  vocabulary: Vocabulary,
): { focus: Focus; unknown: string[] } | null {
  if (areas.length === 0) {
    return null;
  }
  const focus = resolveFocus(areas, facets, vocabulary);
  const unknown = focus.reported.unknown.map(({ area, nearest }) => {
    const near = nearest.length === 0 ? '' : `; nearest are ${nearest.join(', ')}`;
    return `--focus ${area}: no facet, kind or category of that name${near}.`;
  });
  if (focus.facets.size + focus.categories.length === 0) {
    throw new FocusUnknown(unknown.join('\n'));
  }
  return { focus, unknown };
}

/**
 * Mines a community as member-profile does. A focus on a category filters the findings of the whole membership; a focus
 * on facets alone is mined by itself, and its findings are evaluated over the whole membership.
 */
export function analyse(
  { membership }: Community,
  focus: Focus | undefined,
  { q, all, people }: Pick<MineOptions, 'q' | 'all'> & Pick<MiningOptions, 'people'>,
): MiningResult {
  const isNarrow = focus !== undefined && focus.categories.length === 0;
  const whole = mine(membership, { q, people });
  const result = isNarrow ? mineFocus(membership, whole, { q, people }, focus) : whole;
  const candidates = result.candidates
    .filter((candidate) => focus === undefined || isNarrow || isInFocus(candidate, focus))
    .filter(({ basis }) => all || basis !== 'shared');
  return { ...result, candidates };
}

/** Findings of a focus, with the statistics of the whole membership. */
function mineFocus(
  membership: Membership,
  whole: MiningResult,
  options: MiningOptions,
  focus: Focus,
): MiningResult {
  const found = mine(membership, { ...options, focus: focus.facets });
  const evaluations = found.candidates
    .filter(claimsChance)
    .map(({ rule }) => evaluateRule(membership, rule, { ...options, result: whole }));
  const ofWhole = whole.candidates.filter((candidate) => isInFocus(candidate, focus));
  const candidates = mergeWithWhole(membership, withEvaluations(found.candidates, evaluations), ofWhole);
  return { ...found, tested: whole.tested, families: whole.families, candidates };
}
