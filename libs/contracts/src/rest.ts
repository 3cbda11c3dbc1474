import { z } from 'zod';
import { FieldError } from './errors.ts';
import { Introduction } from './introductions/introductions.ts';
import { ReadingReport } from './member-columns.ts';
import { ImportReport, Member, MemberBrief, MemberFacet, PatternMember } from './members.ts';
import { Evidence, Pattern } from './patterns.ts';

/** Error of the REST API: RFC 9457, `application/problem+json`. */
export const Problem = z.object({
  type: z.literal('about:blank').describe('No page explains the problem further; the title is the status’s'),
  title: z.string().describe('Name of the status, e.g. "Not Found"'),
  status: z.int().min(400).max(599),
  detail: z.string().describe('What went wrong and what to do'),
  instance: z.string().describe('Path of the request'),
  errors: z.array(FieldError).optional().describe('Field by field; with status 422'),
  login: z
    .string()
    .optional()
    .describe('Path where a person logs in, where nobody is known (401), or without a role (403)'),
});
export type Problem = z.infer<typeof Problem>;

/** Pattern that a member is in, and the facets that put the member there. */
export const PatternOfMember = Pattern.pick({ id: true, name: true, category: true }).extend({
  basis: Evidence.shape.basis,
  ...PatternMember.pick({ facets: true, quotes: true, side: true }).shape,
});
export type PatternOfMember = z.infer<typeof PatternOfMember>;

/** Member with facets and active patterns. */
export const MemberDetail = Member.extend({
  facets: z.array(MemberFacet),
  patterns: z.array(PatternOfMember).describe('Active patterns the member is in'),
  introductions: z
    .array(Introduction)
    .default([])
    .describe('Introductions of the member, greatest need first; at most 50'),
});
export type MemberDetail = z.infer<typeof MemberDetail>;

/** Report of an import in the REST API. */
export const ImportAnswer = ImportReport.extend({
  import_id: z
    .string()
    .default('')
    .describe('Names the import in the list of imports, where it can be undone'),
  rejected: ImportReport.shape.rejected.describe('In the order of the file; at most 10000 are named'),
  rejected_lines: z.int().min(0).describe('Number of rejected lines, named or not'),
  taken_without: z
    .int()
    .min(0)
    .describe('Number of lines taken without a field that could not be used, named or not'),
  silent_no: z
    .int()
    .min(0)
    .describe(
      'Number of lines read as no because is_public is empty, in a file whose every answer to it is yes',
    ),
  no_answer: z
    .int()
    .min(0)
    .default(0)
    .describe(
      'Number of lines without an answer to is_public, in a file that has some: new members among them are not public',
    ),
  absent: z
    .int()
    .min(0)
    .optional()
    .describe('Members who are not in the file, cancelled or not; with absent=cancel, where that is known'),
  absent_of: z
    .int()
    .min(0)
    .optional()
    .describe(
      'Number of members before; present where so many are absent that confirm has to name their number',
    ),
  cancel_skipped: z.string().optional().describe('Why nobody was cancelled; with absent=cancel'),
  reading: ReadingReport.optional().describe('How the file was read'),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

const Person = MemberBrief.pick({ id: true, first_name: true, last_name: true });

/** Two members of a collaboration worth introducing, and what the one can give and the other seeks. */
export const PairOfPattern = z.object({ giver: Person, seeker: Person, facet: MemberFacet });
export type PairOfPattern = z.infer<typeof PairOfPattern>;
