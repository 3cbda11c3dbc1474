import { z } from 'zod';
import { PatternCategory } from './categories.ts';
import { FacetCount, FacetKey, FacetKind } from './facets.ts';
import { Basis, Pair, Quote, Statistics } from './patterns.ts';
import { Rule } from './rules.ts';
import { Text } from './values/text.ts';

/** Focus areas, which narrow a discovery to facets, kinds or categories. */
export const FocusAreas = z.array(Text.trim().min(1).max(100)).max(20);
export type FocusAreas = z.infer<typeof FocusAreas>;

/** Rule that the mining proposes to the analyst. */
export const Candidate = z.object({
  id: z.string().describe('Fingerprint of the rule'),
  category: PatternCategory,
  basis: Basis,
  topic: z
    .string()
    .nullable()
    .describe('What its facets are about as a whole, as a short title; null where no one topic covers them'),
  rule: Rule,
  facets: z.array(FacetCount),
  member_count: z.int().min(0),
  statistics: Statistics,
});
export type Candidate = z.infer<typeof Candidate>;

/** Completion of one field over the analysed members. */
export const FieldCompletion = z.object({
  rate: z.number().min(0).max(1),
  filled: z.int().min(0),
  total: z.int().min(0),
  avg_length: z
    .number()
    .min(0)
    .optional()
    .describe('Characters, over the members who filled it; text fields'),
  avg_count: z.number().min(0).optional().describe('Entries, over the members who filled it; list fields'),
});
export type FieldCompletion = z.infer<typeof FieldCompletion>;

const labelCounts = z.array(z.tuple([z.string(), z.int().min(0)])).max(20);

/** Analysis of the whole membership, as the analyst sees it; bounded in size. */
export const CommunityAnalysis = z.object({
  revision: z.int().min(0).describe('Grows with every change of the membership'),
  total_active_members: z.int().min(0),
  field_completion_rates: z.record(z.string(), FieldCompletion),
  common_skills: labelCounts.describe('The 20 skills most members list, as [label, members]'),
  common_interests: labelCounts,
  unique_skills: z.array(z.string()).max(20).describe('20 skills that a single member lists'),
  unique_interests: z.array(z.string()).max(20),
  common_facets: z
    .array(FacetCount.omit({ in_pattern: true }))
    .max(20 * FacetKind.options.length)
    .describe('The most common of each kind'),
  candidates: z.array(Candidate),
  tested: z
    .int()
    .min(0)
    .describe(
      'Hypotheses that the numbers are corrected for: those that the mining of the whole membership tested, also under a ' +
        'focus; 0 where the focus names nothing that exists',
    ),
  null_model: z.string().describe('Name and version of the null model'),
  focus: z
    .object({
      known: z.array(FacetKey).describe('Facets the focus areas name'),
      categories: z.array(PatternCategory),
      unknown: z.array(z.object({ area: z.string(), nearest: z.array(z.string()) })),
    })
    .nullable(),
});
export type CommunityAnalysis = z.infer<typeof CommunityAnalysis>;

/** Rule evaluated on the membership. */
export const RuleEvaluation = z.object({
  rule: Rule,
  fingerprint: z.string().describe('Equal for rules with the same meaning'),
  unknown_facets: z.array(FacetKey).describe('Facets no analysed member carries'),
  basis: Basis.nullable().describe('The best basis on which it may be reported; null where there is none'),
  bases: z.array(Basis).describe('Every basis on which it may be reported, best first'),
  reason: z.string().describe('Reason for its bases, for a reader'),
  statistics: Statistics.describe('Those of `basis`'),
  against_chance: Statistics.optional().describe(
    'Where the analysis proposed the rule for its share: the statistics of its other bases',
  ),
  facets: z.array(FacetCount),
  member_ids: z.array(z.int()).describe('Ascending'),
  sides: z.object({ givers: z.array(z.int()), seekers: z.array(z.int()) }).optional(),
  bridges: z.array(z.int()).optional().describe('Of two sides that keep apart: members who belong to both'),
  pairs: z.array(Pair).max(20).optional(),
});
export type RuleEvaluation = z.infer<typeof RuleEvaluation>;

/** Result of verifying that a quote is verbatim in its field. */
export const QuoteVerdict = z.object({
  quote: Quote,
  verified: z.boolean(),
  reason: z.string().nullable().describe('Why not, and what to change'),
  turned_by: z
    .string()
    .optional()
    .describe('A word of its sentences, outside of what was to be quoted, that turns its meaning: "never"'),
});
export type QuoteVerdict = z.infer<typeof QuoteVerdict>;

/** Facet that a text names, with or without members who carry it. */
export const NamedFacet = z.object({
  text: z.int().min(0).describe('Place of the text in the request, from 0'),
  label: z.string().describe('Its words as they are written there, without punctuation'),
  folded: z.string().describe('Canonical folded label: the part after the colon of a facet key'),
  also: z
    .array(z.string())
    .describe('What else the same words name: "drummer" is a role too, where `folded` is "drums"'),
  broader: z
    .array(z.string())
    .describe(
      'What it falls under, which a text may say instead of it: "programming" where `folded` is "python"',
    ),
  carriers: z
    .object({
      has: z.int().min(0).describe('Members of the pattern who list it or write it of themselves'),
      otherwise: z.int().min(0).describe('Others who write it: as a wish, denied, past, or of somebody else'),
      in_community: z.int().min(0).describe('All members who list it'),
    })
    .optional()
    .describe('Where the request names a pattern’s members'),
});
export type NamedFacet = z.infer<typeof NamedFacet>;

/** Facets that texts name, and what the members of a pattern carry of them. */
export const NamedFacets = z.object({
  revision: z.int().min(0),
  named: z
    .array(NamedFacet)
    .describe('In the order of the texts, each facet once a text and wording, at most 100 of them'),
  members: z.int().min(0).optional().describe('Members of the pattern'),
  total_active_members: z.int().min(0).optional(),
  carried: z
    .array(z.object({ label: z.string(), members: z.int().min(1) }))
    .optional()
    .describe('What most members of the pattern list, without what hardly anyone else does'),
});

/** Facets that a text names, or the nearest to it where it names none. */
export const FoundFacets = z.object({
  text: z.string(),
  known: z.boolean().describe('Whether the text names them; else they are those whose labels are most alike'),
  facets: z.array(FacetCount.omit({ in_pattern: true })).describe('Most carried first, or most alike'),
});
export type FoundFacets = z.infer<typeof FoundFacets>;

/** What a member wrote, without the words: enough to know whether it was read as it is. */
export const MemberText = z.tuple([
  z.int().describe('Member id'),
  z.string().max(64).describe('Hash of role, bio, wishes, answers and consents'),
  z.int().min(0).describe('Characters, about as many as are shown'),
  z.int().min(0).describe('Revision at which the member last changed'),
]);
export type MemberText = z.infer<typeof MemberText>;

/** Profile without name, e-mail or other contact, as the analyst may read it. */
export const PseudonymousProfile = z.object({
  member_id: z.int(),
  role: z.string(),
  bio: z.string(),
  looking_for: z.string(),
  prompt_responses: z.string(),
  facets: z.array(z.object({ key: FacetKey, label: z.string() })),
});
export type PseudonymousProfile = z.infer<typeof PseudonymousProfile>;
