import type { StreamInput } from '@warren/contracts';
import type { IntroductionRow } from './introduction.entity.ts';
import { facetOf } from './to-introduction.ts';

/**
 * The event that tells of one introduction: among the others where both reasons are facets, else by itself. Words that a
 * member wrote, and the sentence about the two, are not in it.
 */
export function eventOf(row: IntroductionRow): StreamInput<'introduction.proposed'> {
  const { id, seekerId, giverId, mutual } = row;
  const pair = { introduction_id: id, seeker: seekerId, giver: giverId };
  const [need, offer] = [facetOf(row.need, row.needLabel), facetOf(row.offer, row.offerLabel)];
  return need === null || offer === null
    ? { run_id: row.runId, introductions: [], in_own_words: [{ ...pair, need, offer }] }
    : { run_id: row.runId, introductions: [{ ...pair, need, offer, mutual }] };
}
