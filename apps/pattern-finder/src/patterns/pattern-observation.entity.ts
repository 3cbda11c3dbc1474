import { defineEntity, p } from '@mikro-orm/core';
import type { Basis, Statistics } from '@warren/contracts';

const PatternObservationSchema = defineEntity({
  name: 'PatternObservationRow',
  tableName: 'pattern_observation',
  properties: {
    id: p.integer().primary().autoincrement(),
    patternId: p.integer(),
    runId: p.integer().nullable(),
    observedAt: p.datetime().columnType('timestamptz'),
    memberCount: p.integer(),
    joined: p.array<number>(Number).columnType('integer[]'),
    leftIds: p.array<number>(Number).columnType('integer[]'),
    basis: p.string().$type<Basis>(),
    statistics: p.json<Statistics>().columnType('json'),
    holds: p.boolean(),
  },
});

/** The evaluation of one pattern by one run, or after a change of the membership if `runId` is null. */
export class PatternObservationRow extends PatternObservationSchema.class {}
PatternObservationSchema.setClass(PatternObservationRow);
