import { z } from 'zod';
import { FocusAreas } from './analysis.ts';
import { PatternCategory } from './categories.ts';
import { Id } from './values/ids.ts';
import { QuestionPrompts, Quote } from './patterns.ts';
import { Rule } from './rules.ts';
import { Text } from './values/text.ts';

/** Input of the tool `get_community_profile_analysis`. */
export const GetAnalysisInput = z.strictObject({
  focus_areas: FocusAreas.optional().describe('Narrow the analysis to these facets, kinds or categories'),
});
export type GetAnalysisInput = z.infer<typeof GetAnalysisInput>;

/** Input of the tool `evaluate_rule`. */
export const EvaluateRuleInput = z.strictObject({
  rule: Rule.describe('Which members, over facet keys of the analysis'),
});
export type EvaluateRuleInput = z.infer<typeof EvaluateRuleInput>;

/** Input of the tool `get_member_profiles`. */
export const GetProfilesInput = z
  .strictObject({
    rule: Rule.optional().describe('Profiles of members who match this rule'),
    member_ids: z.array(Id).max(25).optional(),
    limit: z.int().min(1).max(25).default(10),
  })
  .refine((input) => (input.rule === undefined) !== (input.member_ids === undefined), {
    error: 'give either rule or member_ids',
  });
export type GetProfilesInput = z.infer<typeof GetProfilesInput>;

/** Input of the tool `list_patterns`. */
export const ListPatternsInput = z.strictObject({ category: PatternCategory.optional() });
export type ListPatternsInput = z.infer<typeof ListPatternsInput>;

/** Input of the tool `save_pattern`: words from the analyst; members and numbers are computed. */
export const SavePatternInput = z
  .strictObject({
    pattern_id: Id.optional().describe(
      'Update this pattern instead of making one; without a ground, its words alone. Its rule changes only where ' +
        'the members stay nearly the same',
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
      const grounds = [candidate_id, rule, quotes].filter((ground) => ground !== undefined).length;
      return grounds === 1 || (grounds === 0 && pattern_id !== undefined);
    },
    { path: ['rule'], error: 'give exactly one of candidate_id, rule, quotes; none only with pattern_id' },
  );
export type SavePatternInput = z.infer<typeof SavePatternInput>;
