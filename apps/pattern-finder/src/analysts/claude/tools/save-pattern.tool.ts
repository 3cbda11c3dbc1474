import { z } from 'zod';
import { Id, PatternCategory, QuestionPrompts, Quote, Rule, Text } from '@warren/contracts';
import type { SaveLimits } from '../../../gate/pattern-saver.ts';
import { rounded } from '../presentation/model-numbers.ts';
import { assertShown } from '../presentation/shown-members.ts';
import { defineTool } from './tool.ts';

/** Patterns that chance may explain: the model may save only a few of them in one run. */
const limits: SaveLimits = { shared: 4 };

/** Saves a pattern that passes the gate, with its event. */
export const savePattern = defineTool({
  name: 'save_pattern',
  description:
    'Saves a pattern on exactly one ground: candidate_id, rule or quotes. Members and numbers are computed; write ' +
    '{member_count}, {share}, {expected} or {lift} where a number belongs. The words may name no skill or interest ' +
    'that the members do not have. What was saved before keeps its words unless you give its pattern_id. A refusal ' +
    'says what to change.',
  saves: 'pattern',
  input: z
    .strictObject({
      pattern_id: Id.optional().describe(
        'Update this pattern instead of making one; without a ground, its words alone. Its rule changes only where ' +
          'the members stay nearly the same; quotes are added to those that it has',
      ),
      name: Text.trim().min(3).max(255),
      description: Text.trim().min(10).max(4000),
      category: PatternCategory,
      candidate_id: Text.max(100).optional().describe('A candidate of the analysis, as it stands there'),
      rule: Rule.optional().describe('Which members, over facet keys of the analysis'),
      quotes: z.array(Quote).min(1).max(50).optional().describe('Verbatim words, where no facet says it'),
      question_prompts: QuestionPrompts.describe('Two or three questions to ask these members'),
    })
    .refine(
      ({ candidate_id, rule, quotes, pattern_id }) => {
        const given = [candidate_id, rule, quotes].filter((each) => each !== undefined).length;
        return given === 1 || (given === 0 && pattern_id !== undefined);
      },
      { path: ['rule'], error: 'give exactly one of candidate_id, rule, quotes; none only with pattern_id' },
    ),
  prepare: async (input, context) => {
    assertShown(
      (input.quotes ?? []).map(({ member_id }) => member_id),
      context.membersShown(),
    );
    const checked = await context.gate.check(
      input,
      await context.candidates(),
      context.wordsShown(),
      context.signal,
      context.reader,
    );
    return async (em, run) => {
      const saved = await context.saver.save(em, run, checked, limits);
      if (saved.held) {
        // Not why: it would be told what to write instead.
        const note = 'It waits for the operator, who releases or dismisses it: leave it, and go on.';
        return { saved: true, pattern_id: saved.id, created: saved.created, held: true, note };
      }
      const { basis, statistics } = checked.measured.evidence;
      const { observed, share, expected, lift, q_value } = statistics;
      const numbers = {
        member_count: observed,
        share: rounded(share),
        expected: rounded(expected),
        lift: rounded(lift),
        q_value: rounded(q_value),
      };
      const result = { saved: true, pattern_id: saved.id, created: saved.created, basis, ...numbers };
      return saved.created || input.pattern_id !== undefined
        ? result
        : {
            ...result,
            note: `It was saved before and keeps its words: give pattern_id ${saved.id} to change them.`,
          };
    };
  },
});
