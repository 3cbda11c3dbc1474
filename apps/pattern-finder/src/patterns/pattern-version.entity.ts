import { defineEntity, p } from '@mikro-orm/core';
import type { PatternCategory, PatternChange, Reading } from '@warren/contracts';

const PatternVersionSchema = defineEntity({
  name: 'PatternVersionRow',
  tableName: 'pattern_version',
  properties: {
    patternId: p.integer().primary(),
    version: p.integer().primary(),
    change: p.string().$type<PatternChange>(),
    name: p.string().length(255),
    description: p.text(),
    category: p.string().$type<PatternCategory>(),
    memberCount: p.integer(),
    analyst: p.string(),
    runId: p.integer().nullable(),
    createdAt: p.datetime().columnType('timestamptz'),
    published: p.boolean(),
    reading: p.json<Reading>().columnType('json').nullable(),
  },
});

/** One version of a pattern, which one `pattern.saved` tells of if it is `published`. */
export class PatternVersionRow extends PatternVersionSchema.class {}
PatternVersionSchema.setClass(PatternVersionRow);
