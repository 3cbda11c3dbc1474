import { z } from 'zod';
import { AuditEntry, DeniedTries, ServiceAuditQuery } from './access/audit.ts';
import { KeptOfMemberQuery, PatternsKept, ProfileKept, QuestionsKept } from './access/member-export.ts';
import { SensitiveCheck, SensitiveFindings } from './access/sensitive.ts';
import {
  CommunityAnalysis,
  FocusAreas,
  FoundFacets,
  MemberText,
  NamedFacets,
  PseudonymousProfile,
  QuoteVerdict,
  RuleEvaluation,
} from './analysis.ts';
import { CommunityDemand, FacetNetwork } from './community.ts';
import { ImportList, LostFields, UndoReport } from './imports.ts';
import { introductionRequests } from './introductions/requests.ts';
import { ColumnMapping, ReadFacet } from './member-columns.ts';
import {
  EmptyCells,
  ImportReport,
  Member,
  MemberBrief,
  MemberFacet,
  MemberLine,
  MemberPage,
  MemberPatch,
  MemberQuery,
  NewMember,
} from './members.ts';
import {
  FacetShare,
  Pattern,
  PatternHistory,
  PatternListing,
  PatternPage,
  PatternPatch,
  Quote,
} from './patterns.ts';
import { Question, QuestionQuery } from './questions.ts';
import { Rule } from './rules.ts';
import { IdempotencyKey, MaxCost, Run, RunKind, RunQuery } from './runs.ts';
import { themeRequests } from './themes/requests.ts';
import { Id } from './values/ids.ts';
import { Text } from './values/text.ts';

const client = Text.min(1)
  .max(700)
  .describe('To whose runs it counts, of which so many may not have ended; to nobody’s where it is absent');

const byId = z.object({ id: Id });
const ImportId = Text.min(1).max(100);

/** Rows of a member file, as an import and its preview send them. */
const importedRows = z
  .array(
    z.object({
      line: z.int().min(0),
      member: MemberLine,
      other_emails: z
        .array(Text.max(320))
        .max(20)
        .optional()
        .describe('Further addresses of the lines: not stored, but who was erased is known by them'),
      private_if_new: z
        .boolean()
        .optional()
        .describe(
          'is_public could not be read, or has no answer in a file that has some: a new member is not public until a line says so',
        ),
    }),
  )
  .max(1000);
const emptyCells = EmptyCells.default('keep').describe('What an empty cell does to a field that is filled');
const amongExternalIds = Text.max(100)
  .optional()
  .describe('Beginning of the external ids of the members who may be absent; without it all may');
const keptExternalIds = z
  .array(Text.max(200))
  .max(10_000)
  .describe('Members whose line was in the file but rejected');

/** Members a pattern needs, as member-profile is configured; repliers from before the field was there mean its default. */
const minMembers = z.int().min(1).default(3);

/** Part of the audit that one service keeps; each answers its own subject. */
const listAudit = {
  request: ServiceAuditQuery,
  reply: z.object({ entries: z.array(AuditEntry) }),
  deadline_ms: 10_000,
};

/** Every request on core NATS: request, reply, and deadline in milliseconds. */
export const requests = {
  'community.analyse': {
    request: z.object({ focus_areas: FocusAreas.default([]) }),
    reply: CommunityAnalysis,
    deadline_ms: 90_000,
  },
  'community.network': { request: z.object({}), reply: FacetNetwork, deadline_ms: 90_000 },
  'community.demand': { request: z.object({}), reply: CommunityDemand, deadline_ms: 90_000 },
  'community.evaluate-rules': {
    request: z.object({ rules: z.array(Rule).max(50) }),
    reply: z.object({
      revision: z.int().min(0),
      min_members: minMembers,
      evaluations: z.array(RuleEvaluation),
    }),
    deadline_ms: 60_000,
  },
  'community.verify-quotes': {
    request: z.object({ quotes: z.array(Quote).max(50) }),
    reply: z.object({
      revision: z.int().min(0),
      min_members: minMembers,
      total_active_members: z.int().min(0),
      verdicts: z.array(QuoteVerdict),
    }),
    deadline_ms: 20_000,
  },
  'community.named-facets': {
    request: z.object({
      texts: z.array(Text.max(5000)).max(20),
      rule: Rule.optional().describe('Selects the members of the pattern'),
      member_ids: z.array(Id).max(200).optional().describe('The members of a pattern without a rule'),
    }),
    reply: NamedFacets,
    deadline_ms: 10_000,
  },
  'community.profiles': {
    request: z.object({
      rule: Rule.optional(),
      member_ids: z.array(Id).max(25).optional(),
      limit: z.int().min(1).max(25).default(10),
    }),
    reply: z.object({
      total: z.int().min(0),
      profiles: z.array(
        PseudonymousProfile.extend({
          text_hash: z.string().default('').describe('As in community.texts; never for the model'),
        }),
      ),
    }),
    deadline_ms: 20_000,
  },
  'community.texts': {
    request: z.object({
      known_revision: z
        .int()
        .min(0)
        .optional()
        .describe('Where nothing has changed since, no text is listed'),
      after: z.int().min(0).default(0).describe('The last member id of the page before'),
      limit: z.int().min(1).max(10_000).default(10_000),
    }),
    reply: z.object({
      revision: z.int().min(0),
      members: z.int().min(0).describe('Analysed members, with or without a text'),
      texts: z.array(MemberText).describe('Of the analysed members who wrote something, by member id'),
    }),
    deadline_ms: 20_000,
  },
  'community.find-texts': {
    request: z.object({
      text: Text.trim().min(2).max(200),
      limit: z.int().min(1).max(50).default(20),
    }),
    reply: z.object({
      found: z
        .array(Quote.pick({ member_id: true, field: true }).extend({ quote: z.string() }))
        .describe(
          'Best first: each member once, with a sentence as it may be shown, which may be cut at "…"',
        ),
      more: z.boolean().describe('Whether more were found than asked for'),
    }),
    deadline_ms: 20_000,
  },
  'community.find-facets': {
    request: z.object({
      texts: z.array(Text.trim().min(1).max(300)).min(1).max(20),
      limit: z.int().min(1).max(50).default(10),
    }),
    reply: z.object({
      found: z.array(FoundFacets).describe('In the order of the texts'),
    }),
    deadline_ms: 20_000,
  },
  'community.sensitive': { request: SensitiveCheck, reply: SensitiveFindings, deadline_ms: 10_000 },
  'members.begin-import': {
    request: z.object({
      import_id: ImportId,
      file_name: Text.max(300).default(''),
      source: Text.max(200).describe('Names the header of the file'),
    }),
    reply: z.object({}),
    deadline_ms: 10_000,
  },
  'members.import': {
    request: z.object({
      import_id: ImportId.nullable().describe(
        'Names the import, which records it, so that it can be undone; null records nothing',
      ),
      seen: z
        .boolean()
        .default(true)
        .describe('Whether to note who is in the file, so that absent members can be cancelled'),
      empty: emptyCells,
      rows: importedRows,
    }),
    reply: ImportReport.omit({ cancelled: true }),
    deadline_ms: 60_000,
  },
  'members.cancel-absent': {
    request: z.object({
      import_id: ImportId,
      among: amongExternalIds,
      keep_external_ids: keptExternalIds,
      confirm: z
        .int()
        .min(0)
        .optional()
        .describe('How many members the caller expects to be cancelled; needed above a fifth of them all'),
    }),
    reply: z.object({
      cancelled: z.int().min(0),
      absent: z.int().min(0).describe('Members who are not in the file and were not cancelled or expired'),
      unconfirmed_of: z
        .int()
        .min(0)
        .optional()
        .describe(
          'Number of members before; present where none was cancelled, since more than a fifth of them are absent and ' +
            'confirm did not name their number',
        ),
    }),
    deadline_ms: 60_000,
  },
  'members.finish-import': {
    request: z.object({
      import_id: ImportId,
      state: z.enum(['done', 'interrupted']),
      rejected_lines: z.int().min(0),
    }),
    reply: z.object({}),
    deadline_ms: 60_000,
  },
  'members.list-imports': { request: z.object({}), reply: ImportList, deadline_ms: 10_000 },
  'members.undo-import': {
    request: z.object({ import_id: ImportId }),
    reply: UndoReport.extend({
      remaining: z.int().min(0).describe('Members of the import that are still to be treated: ask again'),
    }),
    deadline_ms: 60_000,
  },
  'members.preview-import': {
    request: z.object({
      empty: emptyCells,
      seen: z.boolean().default(false).describe('Whether to answer who is in the file'),
      among: amongExternalIds,
      rows: importedRows,
    }),
    reply: ImportReport.pick({ created: true, updated: true, unchanged: true, rejected: true }).extend({
      analysed: z.int().min(0).describe('Members of these rows who will be public and have not left'),
      lost: LostFields,
      made_private: z.int().min(0),
      made_public: z.int().min(0),
      facets: z.array(ReadFacet).describe('Facets of the analysed members of these rows'),
      seen: z
        .object({
          before: z.array(z.int()).describe('Stored members of these rows who have not left'),
          after: z.array(z.int()).describe('Stored members of these rows who will not have left'),
        })
        .optional(),
    }),
    deadline_ms: 60_000,
  },
  'members.preview-absent': {
    request: z.object({ among: amongExternalIds, keep_external_ids: keptExternalIds }),
    reply: z.object({
      members: z.int().min(0).describe('Members who have not left, of those with such an external id'),
      kept: z.array(z.int()).describe('Those of them with one of these external ids'),
    }),
    deadline_ms: 10_000,
  },
  'members.recall-mapping': {
    request: z.object({ source: Text.max(200) }),
    reply: z.object({ mapping: ColumnMapping.nullable() }),
    deadline_ms: 10_000,
  },
  'members.remember-mapping': {
    request: z.object({
      source: Text.max(200),
      mapping: ColumnMapping.describe('Replaces the one remembered; an empty one forgets it'),
    }),
    reply: z.object({}),
    deadline_ms: 10_000,
  },
  'members.create': { request: z.object({ member: NewMember }), reply: Member, deadline_ms: 20_000 },
  'members.update': {
    request: z.object({ id: Id, patch: MemberPatch }),
    reply: Member,
    deadline_ms: 20_000,
  },
  'members.list': { request: MemberQuery, reply: MemberPage, deadline_ms: 10_000 },
  'members.get': {
    request: byId,
    reply: Member.extend({ facets: z.array(MemberFacet) }),
    deadline_ms: 10_000,
  },
  'members.briefs': {
    request: z.object({ ids: z.array(Id).max(500) }),
    reply: z.object({ members: z.array(MemberBrief) }),
    deadline_ms: 10_000,
  },
  'members.confirm-erasure': {
    request: z.object({
      erased_member_ids: z.array(Id).min(1).max(10_000),
      digest: Text.length(43).describe('sha256 of ids, salt and hashes of the event, in base64url'),
    }),
    reply: z.object({
      confirmed: z
        .boolean()
        .describe('Whether member-profile published this very erasure, and has none of its members'),
    }),
    deadline_ms: 10_000,
  },
  'members.erase': { request: byId, reply: z.object({ erased: z.literal(true) }), deadline_ms: 20_000 },
  'members.export': { request: byId, reply: ProfileKept, deadline_ms: 60_000 },
  'members.list-audit': listAudit,
  'erasures.replay': {
    request: z.object({}),
    reply: z.object({
      people: z.int().min(0).describe('People erased according to the ledger'),
      erased: z.int().min(0).describe('Of these, members who had returned and were erased again'),
      told_again: z.int().min(0).describe('Erasures that some services had not received, published again'),
      unreadable: z.int().min(0).describe('Lines of the ledger that cannot be read'),
    }),
    deadline_ms: 600_000,
  },
  'erasures.allow': {
    request: z.object({ external_id: Text.min(1).optional(), email: Text.min(1).optional() }),
    reply: z.object({ allowed: z.boolean().describe('false where nobody with this identity was erased') }),
    deadline_ms: 10_000,
  },
  'audit.record-denied': { request: DeniedTries, reply: z.object({}), deadline_ms: 10_000 },
  'patterns.list': { request: PatternListing, reply: PatternPage, deadline_ms: 20_000 },
  'patterns.get': { request: byId, reply: Pattern, deadline_ms: 10_000 },
  'patterns.history': { request: byId, reply: PatternHistory, deadline_ms: 10_000 },
  'patterns.facets': {
    request: byId,
    reply: z.object({ facets: z.array(FacetShare) }),
    deadline_ms: 10_000,
  },
  'patterns.patch': {
    request: z.object({ id: Id, patch: PatternPatch }),
    reply: Pattern,
    deadline_ms: 10_000,
  },
  'patterns.export-member': { request: KeptOfMemberQuery, reply: PatternsKept, deadline_ms: 120_000 },
  'patterns.list-audit': listAudit,
  ...introductionRequests,
  ...themeRequests,
  'runs.create': {
    request: z.object({
      kind: RunKind,
      focus_areas: FocusAreas.default([]),
      idempotency_key: IdempotencyKey.optional(),
      waits: z
        .boolean()
        .default(false)
        .describe(
          'The caller waits for the end: with the key of a run in progress it receives a conflict instead',
        ),
      client: client.optional(),
    }),
    reply: Run,
    deadline_ms: 10_000,
  },
  'runs.list': {
    request: RunQuery,
    reply: z.object({ runs: z.array(Run), total: z.int().min(0) }),
    deadline_ms: 10_000,
  },
  'runs.get': { request: byId, reply: Run, deadline_ms: 10_000 },
  'runs.cancel': { request: byId, reply: Run, deadline_ms: 10_000 },
  'runs.replay': {
    request: z.object({ id: Id, max_cost: MaxCost.optional(), client: client.optional() }),
    reply: Run,
    deadline_ms: 10_000,
  },
  'questions.list': {
    request: QuestionQuery,
    reply: z.object({ questions: z.array(Question) }),
    deadline_ms: 10_000,
  },
  'questions.export-member': { request: KeptOfMemberQuery, reply: QuestionsKept, deadline_ms: 120_000 },
  'questions.list-audit': listAudit,
} as const;

/** Subject of a request. */
export type RequestSubject = keyof typeof requests;
/** Request as a caller passes it, with defaults optional. */
export type RequestInput<S extends RequestSubject> = z.input<(typeof requests)[S]['request']>;
/** Request as a handler receives it, with defaults filled in. */
export type RequestOf<S extends RequestSubject> = z.output<(typeof requests)[S]['request']>;
/** Reply as a handler returns it and a caller receives it. */
export type ReplyOf<S extends RequestSubject> = z.output<(typeof requests)[S]['reply']>;
