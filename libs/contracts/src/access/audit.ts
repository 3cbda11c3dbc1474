import { z } from 'zod';
import { Id } from '../values/ids.ts';
import { Text } from '../values/text.ts';
import { RecordedActor } from './actor.ts';

/** Outcome of what somebody did or tried. */
export const AuditOutcome = z
  .enum(['done', 'denied', 'failed'])
  .describe('done: it took effect; denied: it was not allowed; failed: it was allowed, and rejected');
export type AuditOutcome = z.infer<typeof AuditOutcome>;

/** Kind of what something was done to. */
export const AuditTargetKind = z.enum([
  'member',
  'import',
  'mapping',
  'pattern',
  'introduction',
  'theme',
  'run',
  'route',
]);
export type AuditTargetKind = z.infer<typeof AuditTargetKind>;

/** What something was done to. */
export const AuditTarget = z.object({
  kind: AuditTargetKind,
  ids: z
    .array(Text.max(200))
    .max(100)
    .describe(
      'Of an erased member "erased:" and the keyed hash that the ledger has; empty where it has no id yet',
    ),
});
export type AuditTarget = z.infer<typeof AuditTarget>;

/** Small facts of what was done, never words of members. */
export const AuditDetails = z.record(Text.max(40), z.union([Text.max(200), z.number(), z.boolean()]));
export type AuditDetails = z.infer<typeof AuditDetails>;

/** Names of the services that keep an audit. */
export const AuditingService = z.enum(['member-profile', 'pattern-finder', 'question-generator']);
export type AuditingService = z.infer<typeof AuditingService>;

/** One entry of the audit: who did what to what, when, and with what outcome. */
export const AuditEntry = z.object({
  service: AuditingService,
  id: z.int().describe('Unique within the service'),
  at: z.iso.datetime(),
  actor: RecordedActor,
  action: z.string().describe('Subject of the request; requests.deny where the gateway denied it'),
  target: z.object({ kind: z.string(), ids: z.array(z.string()) }).nullable(),
  outcome: AuditOutcome,
  reason: z.string().nullable().describe('Why it was denied or failed: the name of the error, or a status'),
  trace_id: z.string().describe('Trace of the request (W3C Trace Context)'),
  details: AuditDetails,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const filter = {
  actor: Text.max(600).optional().describe('Id of who did it'),
  action: Text.max(200).optional(),
  target_kind: AuditTargetKind.optional(),
  target_id: Text.max(200).optional(),
  outcome: AuditOutcome.optional(),
  from: z.iso.datetime({ offset: true }).optional().describe('From this time on'),
  to: z.iso.datetime({ offset: true }).optional().describe('Before this time'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Entries of a page'),
};

/** Query of the audit. */
export const AuditQuery = z.object({
  ...filter,
  cursor: Text.max(200).optional().describe('From the page before, as next'),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Place in the audit of all services: entries are ordered by time, then service, then id. */
export const AuditPlace = z.object({ at: z.iso.datetime(), service: AuditingService, id: Id });
export type AuditPlace = z.infer<typeof AuditPlace>;

/** Query of the audit of one service. */
export const ServiceAuditQuery = z.object({
  ...filter,
  before: AuditPlace.optional().describe('Only entries that come after this one, newest first'),
});
export type ServiceAuditQuery = z.infer<typeof ServiceAuditQuery>;

/** Page of the audit, newest first. */
export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  next: z.string().nullable().describe('Cursor of the next page'),
});
export type AuditPage = z.infer<typeof AuditPage>;

/** Requests that the gateway denied, counted by who sent them and to which route. */
export const DeniedTries = z.object({
  id: z.uuid().describe('Names this message, so that repeating it records nothing twice'),
  tries: z
    .array(
      z.object({
        actor: RecordedActor,
        route: Text.max(200).describe('Method and path as registered, e.g. DELETE /api/v1/members/:id'),
        status: z.int().min(400).max(499),
        count: z.int().min(1),
        trace_id: Text.max(32).describe('Of the last of them'),
      }),
    )
    .max(1000),
});
export type DeniedTries = z.infer<typeof DeniedTries>;
