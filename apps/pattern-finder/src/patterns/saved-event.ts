import type { PatternSaved } from '@warren/contracts';
import { quotesOf, withoutQuotesOr } from '@warren/contracts';
import type { Announcement } from '../publication/publication.ts';
import type { PatternRow } from './pattern.entity.ts';
import { fillPlaceholders } from './placeholders.ts';

/** Member ids in one event; more are truncated. */
const idsInEvent = 10_000;

/**
 * Body of the event of a pattern's version. Words of members that the pattern quotes are left out of it: who may read
 * them asks for the pattern by its id.
 * @param description with its numbers filled in
 */
export function savedEvent(
  pattern: PatternRow,
  description: string,
  { change, withheld }: Announcement,
  runId: number | null,
): PatternSaved {
  const { id, category, version } = pattern;
  const head = { pattern_id: id, category, version, change, run_id: runId };
  if (withheld) {
    return {
      ...head,
      name: `Pattern ${id}`,
      description: 'Events tell nothing more of this pattern.',
      member_count: 0,
      related_member_ids: [],
      question_prompts: [],
      withheld,
    };
  }
  const said = quotesOf(pattern.evidence);
  const texts = {
    name: pattern.name,
    description,
    question_prompts: pattern.questionPrompts.map((prompt) => fillPlaceholders(prompt, pattern.evidence)),
  };
  const told = {
    name: withoutQuotesOr(texts.name, said, `Pattern ${id}`),
    description: withoutQuotesOr(texts.description, said, 'In the words of its members.'),
    question_prompts: texts.question_prompts.flatMap((text) => withoutQuotesOr(text, said, [])),
  };
  return {
    ...head,
    ...told,
    member_count: pattern.memberCount,
    related_member_ids: pattern.relatedMemberIds.slice(0, idsInEvent),
    ...(pattern.relatedMemberIds.length > idsInEvent ? { members_truncated: true as const } : {}),
    ...(JSON.stringify(told) === JSON.stringify(texts) ? {} : { quotes_left_out: true as const }),
  };
}
