import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import { QuotableField, ThemeJudgement } from '@warren/contracts';
import type { BlindText, ReplyOf } from '@warren/contracts';
import { answerIn } from '../single-calls/forced-tool.ts';
import { standIn } from '../single-calls/standing-words.ts';

/** The tool by which members are judged; its schema has no bounds, since strict tools know none. */
export const judgeMembers = {
  name: 'judge_members',
  description: 'Reports which members carry which themes, by which of their words.',
  answer: z.strictObject({
    codes: z
      .array(
        z.strictObject({
          member: z.number().describe('Number of the member'),
          theme: z.number().describe('Number of the theme'),
          field: QuotableField.describe('Field of that member which has the quote'),
          quote: z.string().describe('Whole clauses, copied exactly from that field of that member'),
        }),
      )
      .describe('One for each theme that a member carries; often none'),
  }),
};

/** Members to be judged and the themes they are judged for, each numbered from 1 by its place. */
export interface JudgedBatch {
  readonly themes: ReplyOf<'themes.to-judge'>['themes'];
  readonly members: readonly BlindText[];
}

/** The longest that a quote may be. */
const longestQuote = 600;

/**
 * The judgements in a response, one for each member, and the number of codes that were refused: of unknown numbers, or whose
 * quote does not stand in the named field of that very member. Undefined where it is anything but one whole call of the
 * tool.
 */
export function judgementsIn(
  message: Pick<Anthropic.Message, 'content' | 'stop_reason'>,
  { themes, members }: JudgedBatch,
): { judgements: ThemeJudgement[]; refused: number } | undefined {
  const answer = answerIn(message, judgeMembers);
  if (answer === undefined) {
    return undefined;
  }
  const judgements = members.map(({ member_id, text_hash }): ThemeJudgement => ({
    member_id,
    text_hash,
    theme_ids: themes.map(({ id }) => id),
    codes: [],
  }));
  let refused = 0;
  for (const { member, theme, field, quote } of answer.codes) {
    const text = members[member - 1]?.[field];
    const judgement = judgements[member - 1];
    const theme_id = themes[theme - 1]?.id;
    const words = quote.trim();
    if (
      text === undefined ||
      judgement === undefined ||
      theme_id === undefined ||
      words.length > longestQuote ||
      !standIn(text, words)
    ) {
      refused += 1;
    } else if (!judgement.codes.some((code) => code.theme_id === theme_id)) {
      judgement.codes.push({ theme_id, field, quote: words });
    }
  }
  return { judgements, refused };
}
