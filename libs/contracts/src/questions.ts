import { z } from 'zod';
import { Id, QueryId } from './values/ids.ts';
import { Text } from './values/text.ts';

/** Question about a pattern. */
export const Question = z.object({
  id: Id,
  pattern_id: Id,
  pattern_name: z.string(),
  text: z.string(),
  related_member_ids: z.array(z.int()).describe('The members it is about, as in the event'),
  created_at: z.iso.datetime(),
});
export type Question = z.infer<typeof Question>;

/** Query of questions. */
export const QuestionQuery = z.object({
  pattern_id: QueryId.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});
export type QuestionQuery = z.infer<typeof QuestionQuery>;

/** Body of the event `question.created`. */
export const QuestionCreated = z.object({
  question_id: Id,
  pattern_id: Id,
  text: Text,
  quotes_left_out: z
    .literal(true)
    .optional()
    .describe('Present where words of members were left out, as "…": GET /questions has them'),
});
export type QuestionCreated = z.infer<typeof QuestionCreated>;
