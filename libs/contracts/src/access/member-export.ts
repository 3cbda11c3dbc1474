import { z } from 'zod';
import { PatternCategory } from '../categories.ts';
import { FacetKey } from '../facets.ts';
import { IntroductionKept } from '../introductions/introductions.ts';
import { Member, MemberFacet, MemberValues, MembersChanged, PatternMember } from '../members.ts';
import { QuotableField, Quote } from '../patterns.ts';
import { Id } from '../values/ids.ts';
import { AuditEntry, AuditingService } from './audit.ts';

/** Row that has a member's id or words, by its key; it may have those of others too, so it is named and not shown. */
export const KeptRow = z.object({
  table: z.string(),
  key: z.record(z.string(), z.string()),
  columns: z.array(z.string()).describe('The columns that have something of the member'),
});
export type KeptRow = z.infer<typeof KeptRow>;

/** Asks a service for what it keeps of a member, whose own words are known by hashes as in an erasure. */
export const KeptOfMemberQuery = z.object({ id: Id, passages: MembersChanged.shape.erased_passages });
export type KeptOfMemberQuery = z.infer<typeof KeptOfMemberQuery>;

const kept = {
  rows: z.array(KeptRow).max(10_000).describe('Every row with something of the member, at most 10,000'),
  audit: z.array(AuditEntry).max(1000).describe('What was done to the member, newest first, at most 1,000'),
};

/** What an import made of a member. */
export const ImportOfMember = z.object({
  import_id: z.string(),
  file_name: z.string(),
  started_at: z.iso.datetime(),
  created: z.boolean(),
  before: MemberValues.nullable().describe('The profile as it was before; null where the import created it'),
});
export type ImportOfMember = z.infer<typeof ImportOfMember>;

/** What a pattern says of a member. */
export const PatternKept = z.object({
  id: Id,
  name: z.string(),
  category: PatternCategory,
  is_active: z.boolean(),
  is_member: z.boolean().describe('false where the member was in it earlier'),
  side: PatternMember.shape.side,
  quotes: z.array(Quote).describe('The words of this member that it quotes'),
  pairs: z.array(z.object({ role: z.enum(['giver', 'seeker']), facet: FacetKey })),
  history: z.array(
    z.object({
      run_id: z.int().nullable(),
      observed_at: z.iso.datetime(),
      change: z.enum(['joined', 'left']),
    }),
  ),
});
export type PatternKept = z.infer<typeof PatternKept>;

/** Question about a pattern that the member is in, or that has words of the member. */
export const QuestionKept = z.object({
  id: Id,
  pattern_id: Id,
  text: z.string(),
  withdrawn: z.boolean(),
  created_at: z.iso.datetime(),
});
export type QuestionKept = z.infer<typeof QuestionKept>;

/** Turn of the model that showed the member's profile or has words of the member. */
export const TurnKept = z.object({ run_id: z.int(), turn: z.int() });
export type TurnKept = z.infer<typeof TurnKept>;

/** Message in an outbox that names the member or has words of the member. */
export const EventKept = z.object({
  message_id: z.string(),
  subject: z.string(),
  created_at: z.iso.datetime(),
});
export type EventKept = z.infer<typeof EventKept>;

/** The words by which a member carries a theme of the codebook. */
export const CodeKept = z.object({
  theme: z.string().describe('Label of the theme'),
  key: FacetKey.describe('The facet that the member carries by it, unless the theme is dismissed'),
  field: QuotableField,
  quote: z.string(),
});
export type CodeKept = z.infer<typeof CodeKept>;

/** What member-profile keeps of a member. */
export const ProfileKept = z.object({
  ...kept,
  member: Member,
  facets: z.array(MemberFacet),
  themes: z.array(CodeKept).default([]),
  imports: z.array(ImportOfMember),
  passages: z.array(MembersChanged.shape.erased_passages.unwrap()).describe('For the requests to the others'),
});
export type ProfileKept = z.infer<typeof ProfileKept>;

/** What pattern-finder keeps of a member. */
export const PatternsKept = z.object({
  ...kept,
  patterns: z.array(PatternKept),
  introductions: z.array(IntroductionKept).default([]),
  model_turns: z.array(TurnKept),
  events: z.array(EventKept),
});
export type PatternsKept = z.infer<typeof PatternsKept>;

/** What question-generator keeps of a member. */
export const QuestionsKept = z.object({
  ...kept,
  questions: z.array(QuestionKept),
  events: z.array(EventKept),
});
export type QuestionsKept = z.infer<typeof QuestionsKept>;

/** Everything that is kept of a member, in all services. */
export const MemberExport = z.object({
  exported_at: z.iso.datetime(),
  member: Member,
  facets: z.array(MemberFacet),
  themes: z.array(CodeKept).default([]),
  imports: z
    .array(ImportOfMember)
    .describe('The last imports that created or changed the member, as long as they can be undone'),
  patterns: z.array(PatternKept),
  introductions: z.array(IntroductionKept).default([]),
  questions: z.array(QuestionKept),
  model_turns: z.array(TurnKept),
  events: z.array(EventKept),
  audit: z.array(AuditEntry),
  rows: z
    .array(KeptRow.extend({ service: AuditingService }))
    .describe('Every row of every table with something of the member, those of the lists above too'),
});
export type MemberExport = z.infer<typeof MemberExport>;
