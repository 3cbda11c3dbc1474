import { asJudged, evaluateRule, mine } from '@warren/mining';
import type { Candidate, Membership, MiningResult } from '@warren/mining';
import { isInFocus, resolveFocus } from '@warren/profiles';
import type { Focus, Vocabulary } from '@warren/profiles';
import type { MineOptions } from './options.ts';
import type { Community } from './roll.ts';

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
  const unknown = focus.told.unknown.map(({ area, nearest }) => {
    const near = nearest.length === 0 ? '' : `; nearest are ${nearest.join(', ')}`;
    return `--focus ${area}: no facet, kind or category of that name${near}.`;
  });
  if (focus.facets.size + focus.categories.length === 0) throw new FocusUnknown(unknown.join('\n'));
  return { focus, unknown };
}

/**
 * Mines a community as member-profile does: where a focus names a category, among what the whole of it shows; else what
 * it finds is judged over the whole.
 */
export function analyse(
  { membership }: Community,
  focus: Focus | undefined,
  { q, all }: Pick<MineOptions, 'q' | 'all'>,
): MiningResult {
  const isNarrow = focus !== undefined && focus.categories.length === 0;
  const result = mine(membership, { q, focus: isNarrow ? focus.facets : undefined });
  const candidates = (isNarrow ? overAll(membership, result, q, focus) : result.candidates)
    .filter((candidate) => focus === undefined || isNarrow || isInFocus(candidate, focus))
    .filter(({ basis }) => all || basis !== 'shared');
  return { ...result, candidates };
}

function overAll(membership: Membership, { candidates }: MiningResult, q: number, focus: Focus): Candidate[] {
  const result = mine(membership, { q });
  return asJudged(
    candidates,
    candidates.map(({ rule }) => evaluateRule(membership, rule, { q, result })),
    result.candidates.filter((candidate) => isInFocus(candidate, focus)),
  );
}
