import { z } from 'zod';
import { FocusAreas } from './analysis.ts';
import { Id, PageNumber } from './values/ids.ts';
import { Text } from './values/text.ts';

/** Status of a run. Final: succeeded, failed, cancelled, parked, budget_exhausted. */
export const RunStatus = z.enum([
  'queued',
  'running',
  'paused',
  'succeeded',
  'failed',
  'cancelled',
  'parked',
  'budget_exhausted',
]);
export type RunStatus = z.infer<typeof RunStatus>;

const ended: Record<RunStatus, boolean> = {
  queued: false,
  running: false,
  paused: false,
  succeeded: true,
  failed: true,
  cancelled: true,
  parked: true,
  budget_exhausted: true,
};

/** Returns whether a status is final. */
export function hasEnded(status: RunStatus): boolean {
  return ended[status];
}

/** `discover` looks for patterns; `refresh` first evaluates every active pattern again. */
export const RunKind = z.enum(['discover', 'refresh']);
export type RunKind = z.infer<typeof RunKind>;

/** A pattern a run saved; `created` is false for an existing pattern that it found again. */
export const SavedPattern = z.object({
  id: z.int(),
  name: z.string(),
  created: z.boolean(),
  published: z.boolean().default(true).describe('false where its group is too small for events'),
});
export type SavedPattern = z.infer<typeof SavedPattern>;

/** Reasons to reject a claim or a tool call; `other` if it is no longer known. */
export const RejectionKind = z.enum([
  'invalid_input',
  'unknown_tool',
  'truncated_call',
  'too_many_calls',
  'unknown_candidate',
  'unknown_pattern',
  'unknown_facet',
  'unknown_member',
  'wrong_shape',
  'too_few_members',
  'no_more_than_chance',
  'too_many_shared',
  'quote_not_verbatim',
  'literal_number',
  'overclaimed',
  'unsupported_facet',
  'beyond_evidence',
  'name_taken',
  'near_duplicate',
  'rule_mismatch',
  'dismissed',
  'held',
  'member_words',
  'already_introduced',
  'too_many_introductions',
  'retry_limit',
  'other',
]);
export type RejectionKind = z.infer<typeof RejectionKind>;

/** Kinds as they were named before: in stored runs, and in replies of services of an earlier release. */
const renamedKinds: Readonly<Record<string, RejectionKind>> = {
  cut_short: 'truncated_call',
  own_number: 'literal_number',
  foreign_facet: 'unsupported_facet',
  other_rule: 'rule_mismatch',
  given_up: 'retry_limit',
};

/** A save that the gate rejected, and why; earlier names of kinds are read as the current ones. */
export const RejectedSave = z.object({
  name: z.string(),
  kind: z.preprocess(
    (kind) => (typeof kind === 'string' ? (renamedKinds[kind] ?? kind) : kind),
    RejectionKind,
  ),
  ground: z
    .string()
    .nullable()
    .describe('What it was based on, e.g. "candidate 3f…"; null if it named nothing'),
  reason: z.string(),
  at: z.iso.datetime(),
});
export type RejectedSave = z.infer<typeof RejectedSave>;

/** Tokens and cost of a run. */
export const Spend = z.object({
  input_tokens: z.int().min(0),
  output_tokens: z.int().min(0),
  cache_read_tokens: z.int().min(0),
  cache_write_tokens: z.int().min(0),
  cost_usd: z.number().min(0).nullable().describe('US dollars; null where the model has no price'),
  uncertain_usd: z
    .number()
    .min(0)
    .describe('US dollars that a call in flight, or calls that broke off, may cost besides, at most'),
});
export type Spend = z.infer<typeof Spend>;

/** The analysts, by name. */
export const AnalystName = z.enum(['claude', 'statistical']);
export type AnalystName = z.infer<typeof AnalystName>;

/** What a run has read of what members write. */
export const RunReading = z.object({
  members: z.int().min(0).describe('Analysed members who wrote something'),
  read: z
    .int()
    .min(0)
    .describe('Of these, those whose text as it is now this run or an earlier one has read'),
  read_in_run: z.int().min(0).describe('Of these, those whom this run has read'),
  unread: z.int().min(0).describe('Members whom no run has read'),
  unread_member_ids: z
    .array(z.int())
    .max(1_000)
    .optional()
    .describe('At most 1,000 of them, newest first; only where one run is asked for'),
});
export type RunReading = z.infer<typeof RunReading>;

/** What a run did with themes: the codebook it defined, and the members it judged. */
export const RunThemes = z.object({
  defined: z.int().min(0).describe('Themes that this run added to the codebook'),
  judged_in_run: z.int().min(0).describe('Members whom this run judged'),
  left: z.int().min(0).describe('Members who are still to be judged'),
  codes: z.int().min(0).describe('Codes that this run stored, each with its quote'),
  refused: z.int().min(0).describe('Codes that the gate refused'),
});
export type RunThemes = z.infer<typeof RunThemes>;

/** Introductions that a run proposed. */
export const RunIntroductions = z.object({
  proposed: z.int().min(0).describe('By needs and by the analyst'),
  held: z
    .int()
    .min(0)
    .describe('Besides: the analyst’s that waited for the operator then; released since, they still count'),
});
export type RunIntroductions = z.infer<typeof RunIntroductions>;

/** One discovery, by one analyst. */
export const Run = z.object({
  id: Id,
  kind: RunKind,
  status: RunStatus,
  reason: z.string().nullable().describe('Why it failed, was parked, paused or cancelled'),
  focus_areas: FocusAreas,
  analyst: AnalystName,
  model: z.string().nullable(),
  turns: z.int().min(0),
  spend: Spend,
  max_cost: z.number().min(0).nullable().describe('Cap in US dollars'),
  patterns: z.array(SavedPattern),
  held: z
    .int()
    .min(0)
    .default(0)
    .describe(
      'Patterns it saved or found again that waited for the operator then; released or dismissed since, they still count',
    ),
  rejected: z.array(RejectedSave),
  response_text: z.string(),
  tested: z.int().min(0).nullable(),
  reading: RunReading.nullable().default(null).describe('null where the analyst reads no texts'),
  themes: RunThemes.nullable().default(null).describe('null where the analyst judges no themes'),
  introductions: RunIntroductions.default({ proposed: 0, held: 0 }),
  starts: z.int().min(0).describe('Number of times that a worker started it'),
  worker: z.string().nullable(),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
});
export type Run = z.infer<typeof Run>;

/** Body of POST /patterns/discover: nothing, `{"focus_areas":[…]}`, or a bare array. */
export const DiscoverBody = z
  .union([
    z.strictObject({ focus_areas: FocusAreas.default([]) }),
    FocusAreas.transform((focus_areas) => ({ focus_areas })),
  ])
  .describe('No body, {"focus_areas":["…"]}, or a bare array of focus areas');
export type DiscoverBody = z.infer<typeof DiscoverBody>;

/**
 * Identifies one request of a client, so that repeating it does not start a second run
 * (draft-ietf-httpapi-idempotency-key-header).
 */
export const IdempotencyKey = Text.regex(
  /^[\x21-\x7e]{1,255}$/,
  'must be 1 to 255 visible ASCII characters, e.g. a UUID',
);
export type IdempotencyKey = z.infer<typeof IdempotencyKey>;

/** Answer to POST /patterns/discover and /patterns/refresh. */
export const DiscoverReply = z.object({
  success: z.boolean(),
  run_id: Id,
  patterns_found: z.int().min(0),
  patterns: z.array(SavedPattern),
  response_text: z.string(),
});
export type DiscoverReply = z.infer<typeof DiscoverReply>;

/** A cap on one run, in US dollars. */
export const MaxCost = z.number().positive().max(10_000);
export type MaxCost = z.infer<typeof MaxCost>;

/** Body of POST /discovery-runs/{id}/replay. */
export const ReplayBody = z.strictObject({
  max_cost: MaxCost.optional().describe('A raised cap, in US dollars; at most MAX_RAISED_COST'),
});
export type ReplayBody = z.infer<typeof ReplayBody>;

/** Query of runs. */
export const RunQuery = z.object({
  status: RunStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  page: PageNumber.default(1).describe('Pages of `limit` runs, from 1'),
});
export type RunQuery = z.infer<typeof RunQuery>;

/** One step of a run in progress (`run.progress.{id}`, core NATS; server-sent events). */
export const RunProgress = z.object({
  run_id: Id,
  status: RunStatus,
  step: z
    .enum([
      'snapshot',
      'queued',
      'started',
      'analysed',
      'thinking',
      'tool',
      'saved',
      'refused',
      'measured',
      'introduced',
      'ended',
    ])
    .describe('snapshot comes first, for subscribers that join late'),
  message: Text,
  turns: z.int().min(0),
  patterns_found: z.int().min(0),
  spend: Spend,
  at: z.iso.datetime(),
});
export type RunProgress = z.infer<typeof RunProgress>;

/** Body of the job message: only the run's id, so that nothing in it can become stale. */
export const DiscoveryJob = z.object({ run_id: Id });
export type DiscoveryJob = z.infer<typeof DiscoveryJob>;

/** Body of `run.cancel-requested`. It may be lost: the run's row has the cancellation. */
export const RunCancelRequested = z.object({ run_id: Id });
export type RunCancelRequested = z.infer<typeof RunCancelRequested>;

/** Body of the event `run.completed`. */
export const RunCompleted = z.object({
  run_id: Id,
  kind: RunKind,
  status: RunStatus,
  reason: Text.nullable(),
  patterns_found: z.int().min(0),
  patterns_held: z
    .int()
    .min(0)
    .default(0)
    .describe('Patterns that waited for the operator as the run ended, not in patterns_found'),
});
export type RunCompleted = z.infer<typeof RunCompleted>;
