import { z } from 'zod';
import { FacetKey } from '../facets.ts';
import { QuotableField } from '../patterns.ts';
import { Id } from '../values/ids.ts';
import { Text } from '../values/text.ts';

/** What a member who carries a theme says of himself or herself by it. */
export const ThemeSide = z
  .enum(['has', 'needs', 'is'])
  .describe('has: can give or do it; needs: looks for it; is: it is part of their life or views');
export type ThemeSide = z.infer<typeof ThemeSide>;

/** Most themes that members are judged for at once; dismissed ones do not count. */
export const mostThemes = 60;

/** An entry of the codebook: a theme that members' texts are judged for (Braun & Clarke 2006; codebook as in MacQueen et al. 1998). */
export const ThemeDefinition = z.object({
  label: Text.trim().min(3).max(60).describe('A few words, as one would list it: "leftover oven heat"'),
  side: ThemeSide,
  definition: Text.trim().min(10).max(300).describe('What counts'),
  excludes: Text.trim().max(300).default('').describe('What does not count, though it is near'),
});
export type ThemeDefinition = z.infer<typeof ThemeDefinition>;

/** Why a theme takes no part in tests beyond chance. */
export const UntestedBecause = z
  .enum(['incomplete', 'derived', 'dismissed', 'merged'])
  .describe(
    'incomplete: not all who were judged for other themes were judged for it; derived: somebody’s skills or interests ' +
      'were read from the same texts; dismissed, merged: it is no theme of its own',
  );
export type UntestedBecause = z.infer<typeof UntestedBecause>;

/** A theme, with how many members carry it among those who were judged for it. */
export const Theme = ThemeDefinition.extend({
  id: Id,
  key: FacetKey.describe(
    'The facet that its members carry: theme:… , of a need looking_for:… , or what it is merged into',
  ),
  status: z.enum(['active', 'dismissed']),
  merged_into: FacetKey.nullable().describe('The listed facet that means the same, as a person decided'),
  same_as: z
    .array(z.object({ key: FacetKey, label: z.string(), members: z.int().min(0) }))
    .describe('Listed facets that may mean the same, for a person to decide; none once merged'),
  members: z.int().min(0).describe('Analysed members who carry it, each with a quote'),
  judged: z.int().min(0).describe('Analysed members who were judged for it on their texts as they are now'),
  written: z.int().min(0).describe('Analysed members who wrote something'),
  share: z.number().min(0).max(1).nullable().describe('Of those judged; null where nobody was'),
  share_low: z.number().min(0).max(1).nullable().describe('Wilson 95 % interval'),
  share_high: z.number().min(0).max(1).nullable(),
  untested: UntestedBecause.nullable().describe('null: it takes part in tests beyond chance'),
});
export type Theme = z.infer<typeof Theme>;

/** One code: a member’s words that carry a theme, whole sentences as they may be shown. */
export const ThemeCode = z.object({ member_id: Id, field: QuotableField, quote: z.string() });
export type ThemeCode = z.infer<typeof ThemeCode>;

/** Body of PATCH /themes/{id}; what it leaves out stays. */
export const ThemePatch = z.strictObject({
  status: z.enum(['active', 'dismissed']).optional(),
  merged_into: FacetKey.nullable()
    .optional()
    .describe('A facet of another kind that members list; null takes the merge back'),
});
export type ThemePatch = z.infer<typeof ThemePatch>;

/** What a member wrote, for one who judges it and is to know nothing else of the member. */
export const BlindText = z.object({
  member_id: Id,
  text_hash: z.string().max(64).describe('As in community.texts; never for the model'),
  bio: z.string(),
  looking_for: z.string(),
  prompt_responses: z.string(),
});
export type BlindText = z.infer<typeof BlindText>;

/** The verdict on one member: for which themes the texts were judged, and which of them they carry, by which words. */
export const ThemeJudgement = z.object({
  member_id: Id,
  text_hash: Text.max(64),
  theme_ids: z
    .array(Id)
    .min(1)
    .max(mostThemes)
    .describe('Those judged; the ones without a code are not carried'),
  codes: z
    .array(z.object({ theme_id: Id, field: QuotableField, quote: Text.trim().min(1).max(600) }))
    .max(mostThemes),
});
export type ThemeJudgement = z.infer<typeof ThemeJudgement>;
