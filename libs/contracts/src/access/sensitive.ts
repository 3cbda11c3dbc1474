import { z } from 'zod';
import { FacetKey } from '../facets.ts';
import { Id } from '../values/ids.ts';
import { Text } from '../values/text.ts';

/** Kinds of things that people say of themselves and that nobody publishes unasked (Article 9 of the GDPR, and what is as grave). */
export const SensitiveKind = z
  .enum([
    'health',
    'faith',
    'origin',
    'sexuality',
    'politics',
    'union',
    'addiction',
    'money',
    'children',
    'whereabouts',
    'empty_home',
  ])
  .describe(
    'What a sensitive statement is about; union is membership of a trade union, whereabouts when and where somebody is, empty_home that nobody is in',
  );
export type SensitiveKind = z.infer<typeof SensitiveKind>;

/** Words that say something sensitive. */
export const SensitiveFinding = z.object({
  kind: SensitiveKind,
  where: z.enum(['text', 'facet']),
  index: z.int().min(0).describe('Place of the text or facet in the request, from 0'),
  words: Text.describe('As written there; folded, of a facet'),
});
export type SensitiveFinding = z.infer<typeof SensitiveFinding>;

/** Texts and facets that are to be checked, and the members that they are about. */
export const SensitiveCheck = z.object({
  texts: z.array(Text.max(5000)).max(40),
  facets: z.array(FacetKey).max(200),
  member_ids: z.array(Id).max(10_000).optional(),
});
export type SensitiveCheck = z.infer<typeof SensitiveCheck>;

/** Everything sensitive in texts and facets. */
export const SensitiveFindings = z.object({
  revision: z.int().min(0).describe('Membership revision'),
  findings: z
    .array(SensitiveFinding)
    .describe('Texts first, each in its order; once a kind, place and words'),
  agreed: z
    .boolean()
    .describe(
      'The operator’s switch is on, and every one of member_ids, of whom there is at least one, has consented: what was found may be published',
    ),
});
export type SensitiveFindings = z.infer<typeof SensitiveFindings>;
