import { defineEntity, p } from '@mikro-orm/core';
import type { IntroductionState, MemberFacet } from '@warren/contracts';

const IntroductionSchema = defineEntity({
  name: 'IntroductionRow',
  tableName: 'introduction',
  properties: {
    id: p.integer().primary().autoincrement(),
    seekerId: p.integer(),
    giverId: p.integer(),
    need: p.string().length(300),
    needLabel: p.text(),
    offer: p.string().length(300),
    offerLabel: p.text(),
    shared: p.json<MemberFacet[]>().columnType('json'),
    mutual: p.boolean(),
    seekers: p.integer(),
    givers: p.integer(),
    state: p.string().$type<IntroductionState>(),
    reason: p.text().nullable(),
    holds: p.boolean(),
    runId: p.integer(),
    createdAt: p.datetime().columnType('timestamptz'),
    updatedAt: p.datetime().columnType('timestamptz'),
  },
});

/**
 * Two members to introduce to each other; unique by seeker, giver and need, so that nothing is proposed twice. `holds` is
 * whether the profiles still say so; `seekers` and `givers` are how many look for it and have it.
 */
export class IntroductionRow extends IntroductionSchema.class {}
IntroductionSchema.setClass(IntroductionRow);
