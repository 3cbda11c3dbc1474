import { z } from 'zod';
import { SensitiveKind } from './access/sensitive.ts';
import { PatternCategory } from './categories.ts';
import { FacetCount, FacetKey } from './facets.ts';
import { Rule } from './rules.ts';
import { Id, QueryId } from './values/ids.ts';
import { SearchText, mostSearchWords } from './values/search.ts';
import { Text } from './values/text.ts';

const basisNames = ['beyond_chance', 'apart', 'shared', 'share', 'wish', 'swap', 'quotes'] as const;
const basisMeanings: Record<(typeof basisNames)[number], string> = {
  beyond_chance: 'passes the test against the null model',
  apart: 'fewer are on both sides than the null model explains',
  shared: 'more than expected, but chance may explain it',
  share: 'a part of the membership, with its interval; of two sides without a wish, how many they are',
  wish: 'some seek what others offer',
  swap: 'each of two sides seeks what the other offers',
  quotes: 'verbatim words',
};

/** Kind of evidence of a pattern. */
export const Basis = z
  .enum(basisNames)
  .describe(basisNames.map((name) => `${name}: ${basisMeanings[name]}`).join('; '));
export type Basis = z.infer<typeof Basis>;

/** A basis that is computed from facets; the mining reads no words that could be quoted. */
export type MeasuredBasis = Exclude<Basis, 'quotes'>;

/** Trend of a pattern, compared with the previous run that observed it. */
export const PatternState = z
  .enum(['new', 'reinforced', 'unchanged', 'weakened', 'retired', 'reactivated'])
  .describe(
    'Compared with the last run that observed the pattern (saved, found or evaluated it, and ended); where nothing ' +
      'has changed since, what that run recorded compared with the one before it',
  );
export type PatternState = z.infer<typeof PatternState>;

const probability = z.number().min(0).max(1);

/** Statistics of a pattern, computed from its rule; null where the basis has none. */
export const Statistics = z.object({
  observed: z.int().min(0).describe('Members who match; of two sides that keep apart, their bridges'),
  share: probability.describe('observed / analysed members who list anything at all'),
  share_low: probability.describe('Lower end of the 95 % Wilson interval of share'),
  share_high: probability.describe('Upper end of the 95 % Wilson interval of share'),
  expected: z.number().min(0).nullable().describe('Members expected under the null model'),
  lift: z.number().min(0).nullable().describe('observed / expected'),
  lift_low: z
    .number()
    .min(0)
    .nullable()
    .describe(
      'Lower end of the 95 % interval of lift; where chance may explain it, of one for all rules tested',
    ),
  lift_high: z.number().min(0).nullable().describe('Upper end of the 95 % interval of lift'),
  p_value: probability
    .nullable()
    .describe('Upper tail under the null model; of two sides that keep apart, the lower one'),
  q_value: probability.nullable().describe('Benjamini–Hochberg adjusted over every set tested'),
  tested: z.int().min(0).nullable().describe('Hypotheses the adjustment covers'),
});
export type Statistics = z.infer<typeof Statistics>;

/** Fields of a profile that may be quoted. */
export const QuotableField = z.enum(['bio', 'looking_for', 'prompt_responses']);
export type QuotableField = z.infer<typeof QuotableField>;

/** Quote of one member, verbatim in the named field as it was shown to the analyst. */
export const Quote = z.object({
  member_id: Id,
  field: QuotableField,
  quote: Text.trim().min(8).max(600),
});
export type Quote = z.infer<typeof Quote>;

/** Two members worth introducing, and the facet the first can give and the second seeks. */
export const Pair = z.object({ giver: z.int(), seeker: z.int(), facet: FacetKey });
export type Pair = z.infer<typeof Pair>;

/** Evidence of a pattern: a rule or quotes, and the statistics computed from it. */
export const Evidence = z.object({
  basis: Basis.describe('Of a pattern that no longer holds: the one that it last held on'),
  rule: Rule.optional(),
  quotes: z.array(Quote).optional(),
  facets: z.array(FacetCount),
  statistics: Statistics,
  sides: z
    .object({ givers: z.array(z.int()), seekers: z.array(z.int()) })
    .optional()
    .describe('Member ids on each side of a collaboration'),
  bridges: z
    .array(z.int())
    .optional()
    .describe('Of two sides that keep apart: members who belong to both, ascending'),
  pairs: z.array(Pair).max(20).optional().describe('Pairs to introduce, best first'),
});
export type Evidence = z.infer<typeof Evidence>;

/** Texts of the quotes of a pattern's evidence. */
export function quotesOf({
  quotes = [],
}: {
  readonly quotes?: readonly Pick<Quote, 'quote'>[] | undefined;
}): string[] {
  return quotes.map(({ quote }) => quote);
}

const patternWords = {
  name: Text.trim().min(3).max(255).describe('Unique; a short name a person would give'),
  description: Text.trim().min(10).max(4000),
  category: PatternCategory,
};

/** Two or three questions about a pattern. */
export const QuestionPrompts = z.array(Text.trim().min(5).max(500)).min(2).max(3);
export type QuestionPrompts = z.infer<typeof QuestionPrompts>;

/** One reason to hold a pattern back. */
export const HoldReason = z.object({
  kind: z
    .enum(['sensitive', 'singles_out', 'unread', 'beyond_evidence'])
    .describe(
      'sensitive: it says what nobody publishes unasked; singles_out: it is about one of its members; ' +
        'unread: no second reader has said that its quotes carry it; beyond_evidence: one has said that they do not',
    ),
  about: SensitiveKind.nullable().describe('Of a sensitive one'),
  words: z
    .string()
    .describe('Words of the pattern, its quotes or facets that are the reason; empty where all of it is'),
});
export type HoldReason = z.infer<typeof HoldReason>;

/** Why a second reader gave no verdict. */
export const UnreadReason = z
  .enum(['no_model', 'off', 'cap', 'failed', 'unreadable'])
  .describe(
    'no_model: there was none; off: it is switched off; cap: the call might have exceeded a cap; failed: the model ' +
      'gave no answer; unreadable: its answer was none of those it may give',
  );
export type UnreadReason = z.infer<typeof UnreadReason>;

/** What a second reader, a model that knows nothing but a pattern and its evidence, says of the pattern's words. */
export const Reading = z.object({
  at: z.iso.datetime(),
  model: z.string().nullable().describe('null where none was asked'),
  verdict: z
    .enum(['carried', 'beyond', 'none'])
    .describe(
      'carried: the evidence carries the words; beyond: some go beyond it; none: there is no verdict',
    ),
  unread: UnreadReason.nullable().describe('Why there is no verdict'),
  beyond: z.array(z.string()).describe('Words that go beyond the evidence'),
  sensitive: z
    .array(z.object({ kind: SensitiveKind, words: z.string() }))
    .describe('Words that say something sensitive, also by paraphrase'),
  singles_out: z.array(z.string()).describe('Words that are about one of the members'),
});
export type Reading = z.infer<typeof Reading>;

/** Why a pattern waits for the operator, and since when. */
export const Hold = z.object({ since: z.iso.datetime(), reasons: z.array(HoldReason).min(1) });
export type Hold = z.infer<typeof Hold>;

/** Why an operator dismisses a pattern; a choice and no text, since the analyst of later runs is told. */
export const DismissalReason = z
  .enum(['untrue', 'obvious', 'private', 'not_useful', 'duplicate'])
  .describe(
    'untrue: its members would not agree; obvious: everybody knows; private: nobody should be told; not_useful: nothing ' +
      'follows from it; duplicate: another pattern says it',
  );
export type DismissalReason = z.infer<typeof DismissalReason>;

/** A pattern as REST and messages show it. */
export const Pattern = z.object({
  id: Id,
  ...patternWords,
  member_count: z.int().min(0),
  related_member_ids: z.array(z.int()).describe('Ascending'),
  evidence: Evidence,
  question_prompts: QuestionPrompts,
  is_active: z.boolean(),
  holds: z
    .boolean()
    .default(true)
    .describe(
      'Whether its rule or quotes still pass, as last evaluated; where they do not, the pattern claims nothing any ' +
        'more, whatever basis it last held on',
    ),
  held: Hold.nullable()
    .default(null)
    .describe(
      'Present while it waits for the operator to release or dismiss it: no event or question tells of it',
    ),
  reading: Reading.nullable()
    .default(null)
    .describe('What a second reader said of its words; null of words that no model wrote'),
  published: z
    .boolean()
    .default(true)
    .describe('Whether events tell of it: it is active, not held, and its group is not too small'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  version: Id,
  state: PatternState,
  since_run_id: z
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe('The run that state, member_change, joined and left compare with; null where there is none'),
  member_change: z
    .int()
    .nullable()
    .describe(
      'Change in the number of members since that run: joined_count less left_count; null without such a run',
    ),
  joined_count: z
    .int()
    .min(0)
    .default(0)
    .describe('Members who joined it since that run; its history names them'),
  left_count: z
    .int()
    .min(0)
    .default(0)
    .describe('Members who left it since that run; its history names them'),
  pinned: z.boolean(),
  dismissed_because: DismissalReason.nullable().default(null),
  analyst: z.string().describe('Who saved it: "claude", "statistical" or "operator"'),
  run_id: Id.nullable().describe('The run that made the last change; null where none did'),
});
export type Pattern = z.infer<typeof Pattern>;

/** Share of a facet among a pattern's members and among everybody else. */
export const FacetShare = FacetCount.extend({
  share_in_pattern: probability
    .nullable()
    .describe('in_pattern / members of the pattern; null without members'),
  elsewhere: z.int().min(0).describe('Members outside the pattern who carry the facet'),
  share_elsewhere: probability
    .nullable()
    .describe('elsewhere / analysed members outside who list anything at all; null where there are none'),
});
export type FacetShare = z.infer<typeof FacetShare>;

/** Body of the event `pattern.saved`. */
export const PatternSaved = z.object({
  pattern_id: Id,
  ...patternWords,
  member_count: z.int().min(0),
  related_member_ids: z.array(Id).max(10_000).describe('At most 10,000, ascending'),
  members_truncated: z.literal(true).optional().describe('Present where there are more members than ids'),
  question_prompts: z.array(Text.trim().min(5).max(500)).max(3),
  quotes_left_out: z
    .literal(true)
    .optional()
    .describe(
      'Present where words of members were left out of the texts, as "…": GET /patterns/{pattern_id} has them, in this version',
    ),
  withheld: z
    .literal(true)
    .optional()
    .describe(
      'Present where consumers are told nothing more of the pattern than that it is gone: no words, questions, members or numbers',
    ),
  version: Id,
  change: z
    .enum(['created', 'updated', 'retired', 'reactivated'])
    .describe('As it is for consumers of the event'),
  run_id: Id.nullable(),
});
export type PatternSaved = z.infer<typeof PatternSaved>;

/** Body of PATCH /patterns/{id}: the operator's change, which no run reverses. */
export const PatternPatch = z
  .strictObject({
    is_active: z.boolean().optional().describe('false dismisses the pattern; true reactivates it'),
    because: DismissalReason.optional().describe('Why it is dismissed, with is_active false'),
    pinned: z.boolean().optional(),
    name: patternWords.name.optional(),
    held: z
      .literal(false)
      .optional()
      .describe(
        'Releases a held pattern: events and questions tell of it, and no run holds it for the same reasons',
      ),
  })
  .refine((patch) => Object.keys(patch).length > 0, {
    error: 'name at least one of is_active, pinned, name, held',
  })
  .refine(({ because, is_active }) => because === undefined || is_active === false, {
    path: ['because'],
    error: 'says why a pattern is dismissed: send it with is_active false',
  });
export type PatternPatch = z.infer<typeof PatternPatch>;

/** Observation of a pattern by one run, or by a measurement between runs (`run_id` is null). */
export const PatternObservation = z.object({
  run_id: z.int().nullable(),
  observed_at: z.iso.datetime(),
  member_count: z
    .int()
    .min(0)
    .describe(
      'Members of the pattern: one that no longer holds keeps the members and numbers that it retired with',
    ),
  joined: z
    .array(z.int())
    .describe('Members who joined it since the last run before this observation that observed it; ascending'),
  left: z.array(z.int()).describe('Members who left it since that run'),
  basis: Basis,
  statistics: Statistics,
  holds: z.boolean().describe('Whether the rule still passes the gate'),
});
export type PatternObservation = z.infer<typeof PatternObservation>;

/** What made a version of a pattern. */
export const PatternChange = z.enum(['created', 'updated', 'retired', 'reactivated', 'held', 'released']);
export type PatternChange = z.infer<typeof PatternChange>;

/** Version of a pattern: what changed, and who changed it. */
export const PatternVersion = z.object({
  version: Id,
  change: PatternChange,
  published: z.boolean().default(true).describe('Whether an event told of it'),
  name: z.string(),
  description: z.string(),
  category: PatternCategory,
  member_count: z.int().min(0),
  analyst: z.string(),
  run_id: z.int().nullable(),
  reading: Pattern.shape.reading,
  created_at: z.iso.datetime(),
});
export type PatternVersion = z.infer<typeof PatternVersion>;

/** History of a pattern: observations and versions, newest first. */
export const PatternHistory = z.object({
  pattern_id: z.int(),
  since_run_id: Pattern.shape.since_run_id,
  joined: z.array(z.int()).default([]).describe('Members who joined it since that run; ascending'),
  left: z.array(z.int()).default([]).describe('Members who left it since that run'),
  observations: z.array(PatternObservation),
  versions: z.array(PatternVersion),
});
export type PatternHistory = z.infer<typeof PatternHistory>;

/** Query of patterns. */
export const PatternQuery = z.object({
  category: PatternCategory.optional(),
  is_active: z.enum(['true', 'false', 'all']).default('true'),
  held: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true lists the patterns that wait for the operator, which no other list has'),
  member_id: QueryId.optional(),
  q: SearchText.optional().describe(
    `Words to look for in name and description, at most ${mostSearchWords} different ones`,
  ),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('Page size; without it all patterns are returned'),
  cursor: Text.max(200).optional().describe('From the Link header of the previous page'),
});
export type PatternQuery = z.infer<typeof PatternQuery>;

/** Request for patterns; the number of members is no parameter of REST, since it follows from who asks. */
export const PatternListing = PatternQuery.extend({
  at_least: Id.optional().describe('Least number of members that a pattern must have'),
});
export type PatternListing = z.infer<typeof PatternListing>;

/** Page of patterns, most members first. */
export const PatternPage = z.object({
  patterns: z.array(Pattern),
  total: z.int().min(0),
  next: z.string().nullable().describe('Cursor of the next page'),
});
export type PatternPage = z.infer<typeof PatternPage>;
