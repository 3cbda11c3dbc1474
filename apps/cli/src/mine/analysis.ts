import { claimsChance, evaluateRule, mergeWithWhole, mine, withEvaluations } from '@warren/mining';
import type { Membership, MiningResult } from '@warren/mining';
import { isInFocus, resolveFocus } from '@warren/facets';
import type { Focus, Vocabulary } from '@warren/facets';
import type { MineOptions } from './options.ts';
import type { Community } from './member-table.ts';

/** No focus area is known in the file; the message names what is near. */
export class FocusUnknown extends Error {
  override readonly name = 'FocusUnknown';
}

/** What the focus areas come to, with a line for each that is not known; null where there are none. @throws FocusUnknown */
export function focusOf(
  areas: readonly string[],
  { facets }: Community,
  vocabulary: Vocabulary,
): { focus: Focus; unknown: string[] } | null {
  if (areas.length === 0) return null;
  const focus = resolveFocus(areas, facets, vocabulary);
  const unknown = focus.reported.unknown.map(({ area, nearest }) => {
    const near = nearest.length === 0 ? '' : `; nearest are ${nearest.join(', ')}`;
    return `--focus ${area}: no facet, kind or category of that name${near}.`;
  });
  if (focus.facets.size + focus.categories.length === 0) throw new FocusUnknown(unknown.join('\n'));
  return { focus, unknown };
}

/**
 * Mines a community as member-profile does: where a focus names a category, among what the whole of it shows; else what
 * it finds is evaluated over the whole.
 */
export function analyse(
  { membership }: Community,
  focus: Focus | undefined,
  { q, all }: Pick<MineOptions, 'q' | 'all'>,
): MiningResult {
  const isNarrow = focus !== undefined && focus.categories.length === 0;
  const whole = mine(membership, { q });
  const result = isNarrow ? narrowed(membership, whole, q, focus) : whole;
  const candidates = result.candidates
    .filter((candidate) => focus === undefined || isNarrow || isInFocus(candidate, focus))
    .filter(({ basis }) => all || basis !== 'shared');
  return { ...result, candidates };
}

/** What a focus finds, told by the numbers of the whole, what was tested among them. */
function narrowed(membership: Membership, whole: MiningResult, q: number, focus: Focus): MiningResult {
  const found = mine(membership, { q, focus: focus.facets });
  const evaluations = found.candidates
    .filter(claimsChance)
    .map(({ rule }) => evaluateRule(membership, rule, { q, result: whole }));
  const ofWhole = whole.candidates.filter((candidate) => isInFocus(candidate, focus));
  const candidates = mergeWithWhole(membership, withEvaluations(found.candidates, evaluations), ofWhole);
  return { ...found, tested: whole.tested, families: whole.families, candidates };
}
