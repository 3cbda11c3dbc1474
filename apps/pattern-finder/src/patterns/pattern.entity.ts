import { defineEntity, p } from '@mikro-orm/core';
import type { DismissalReason, Evidence, HoldReason, PatternCategory, Reading } from '@warren/contracts';
import type { Publication } from '../publication/publication.ts';

const PatternSchema = defineEntity({
  name: 'PatternRow',
  tableName: 'pattern',
  properties: {
    id: p.integer().primary().autoincrement(),
    name: p.string().length(255),
    nameFolded: p.string().length(255),
    description: p.text(),
    category: p.string().$type<PatternCategory>(),
    memberCount: p.integer(),
    relatedMemberIds: p.array<number>(Number).columnType('integer[]'),
    evidence: p.json<Evidence>().columnType('json'),
    questionPrompts: p.array(),
    isActive: p.boolean(),
    createdAt: p.datetime().columnType('timestamptz'),
    updatedAt: p.datetime().columnType('timestamptz'),
    version: p.integer(),
    pinned: p.boolean().default(false),
    dismissed: p.boolean().default(false),
    dismissedBecause: p.string().$type<DismissalReason>().nullable(),
    namedByOperator: p.boolean().default(false),
    analyst: p.string(),
    runId: p.integer().nullable(),
    fingerprint: p.string().length(100),
    heldAt: p.datetime().columnType('timestamptz').nullable(),
    holdReasons: p
      .json<HoldReason[]>()
      .columnType('json')
      // No default of the ORM: it would be stored as a JSON string.
      .onCreate(() => []),
    releasedKinds: p.array().onCreate(() => []),
    releasedText: p.string().length(64).nullable(),
    publication: p.string().$type<Publication>().default('none'),
    reading: p.json<Reading>().columnType('json').nullable(),
    readText: p.string().length(64).nullable(),
  },
});

/**
 * A saved pattern; its text has placeholders for its numbers. `dismissed` is set by the operator, and no run resets it;
 * `fingerprint` is that of its rule or quotes. While `heldAt` is set it waits for the operator; `releasedKinds` are the
 * reasons that the operator released it for, with the text whose digest is `releasedText`. `publication` is what consumers
 * of events know of it. `reading` is what a second reader said of its text, and `readText` the digest of what that reader
 * was given.
 */
export class PatternRow extends PatternSchema.class {}
PatternSchema.setClass(PatternRow);
