import { defineEntity, p } from '@mikro-orm/core';
import type {
  AnalystName,
  Basis,
  RejectedSave,
  RunKind,
  RunReading,
  RunThemes,
  RunStatus,
  SavedPattern,
} from '@warren/contracts';

/** Usage of a run at its last replay, from which its limits count, except the cost cap. */
interface UsedAtReplay {
  turns: number;
  inputTokens: number;
  outputTokens: number;
  workedMs: number;
}

/** Candidates of an analysis, by id: the basis of each, and its members. */
export type CandidatesSeen = Readonly<Record<string, readonly [Basis, number]>>;

const RunSchema = defineEntity({
  name: 'RunRow',
  tableName: 'run',
  properties: {
    id: p.integer().primary().autoincrement(),
    kind: p.string().$type<RunKind>(),
    status: p.string().$type<RunStatus>(),
    reason: p.text().nullable(),
    client: p.text().nullable(),
    focusAreas: p.array(),
    analyst: p.string().$type<AnalystName>(),
    model: p.string().nullable(),
    turns: p.integer().default(0),
    inputTokens: p.integer().default(0),
    outputTokens: p.integer().default(0),
    cacheReadTokens: p.integer().default(0),
    cacheWriteTokens: p.integer().default(0),
    uncertainInputTokens: p.integer().default(0),
    uncertainOutputTokens: p.integer().default(0),
    uncertainUsd: p.double().$type<number>().default(0),
    workedMs: p.integer().default(0),
    atReplay: p
      .json<UsedAtReplay>()
      .columnType('json')
      // No default of the ORM: it would be stored as a JSON string, and no limit would ever be reached.
      .onCreate(() => ({ turns: 0, inputTokens: 0, outputTokens: 0, workedMs: 0 })),
    costUsd: p.double().$type<number>().nullable(),
    maxCost: p.double().$type<number>().nullable(),
    patterns: p.json<SavedPattern[]>().columnType('json'),
    heldPatterns: p
      .array<number>(Number)
      .columnType('integer[]')
      .onCreate(() => []),
    rejected: p.json<RejectedSave[]>().columnType('json'),
    responseText: p.text().default(''),
    tested: p.bigint('number').nullable(),
    candidates: p.json<CandidatesSeen>().columnType('json').lazy().nullable(),
    reading: p.json<Omit<RunReading, 'unread_member_ids'>>().columnType('json').nullable(),
    themes: p.json<RunThemes>().columnType('json').nullable(),
    thinking: p.string().$type<'adaptive' | 'enabled'>().nullable(),
    unreadIds: p
      .array<number>(Number)
      .columnType('integer[]')
      .onCreate(() => []),
    worker: p.string().nullable(),
    fence: p.integer().default(0),
    leaseUntil: p.datetime().columnType('timestamptz').nullable(),
    starts: p.integer().default(0),
    startsWithoutProgress: p.integer().default(0),
    errors: p.integer().default(0),
    cancelRequested: p.boolean().default(false),
    measured: p.boolean().default(false),
    focusKnown: p.boolean().default(false),
    introduced: p.boolean().default(false),
    proposedIntroductions: p.integer().default(0),
    heldIntroductions: p.integer().default(0),
    createdAt: p.datetime().columnType('timestamptz'),
    startedAt: p.datetime().columnType('timestamptz').nullable(),
    finishedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});

/**
 * One run. `fence` is the fencing token and grows with every claim: a worker with an older one writes nothing. The lease
 * ends at `leaseUntil` by the database's clock. `uncertain…` is the worst case of calls whose outcome is not known;
 * `workedMs` is the time that workers have spent on it. `measured` (a refresh has evaluated the patterns), `focusKnown`
 * (the community knows its focus areas) and `introduced` (introductions were proposed) keep a resumed run from repeating
 * these requests. `reading` and `unreadIds` are what it has read of the members' texts, and whom no run has; `thinking`
 * is how its model thinks, if it does; `…Introductions` count those that it proposed; `themes` is what it did with the codebook; `client` is whose run it is, until it has
 * ended; `candidates` are those of the whole membership that a model was given, for later runs to compare theirs with.
 */
export class RunRow extends RunSchema.class {}
RunSchema.setClass(RunRow);
