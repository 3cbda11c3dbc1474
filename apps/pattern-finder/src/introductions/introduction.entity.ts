import { defineEntity, p } from '@mikro-orm/core';
import type {
  HoldReason,
  IntroductionState,
  MemberFacet,
  OwnWords,
  StoredIntroduction,
} from '@warren/contracts';

const IntroductionSchema = defineEntity({
  name: 'IntroductionRow',
  tableName: 'introduction',
  properties: {
    id: p.integer().primary().autoincrement(),
    seekerId: p.integer(),
    giverId: p.integer(),
    proposedBy: p.string().$type<StoredIntroduction['proposed_by']>().default('needs'),
    need: p.string().length(300).nullable(),
    needLabel: p.text().nullable(),
    needWords: p.json<OwnWords>().columnType('json').nullable(),
    offer: p.string().length(300).nullable(),
    offerLabel: p.text().nullable(),
    offerWords: p.json<OwnWords>().columnType('json').nullable(),
    why: p.text().nullable(),
    shared: p.json<MemberFacet[]>().columnType('json'),
    mutual: p.boolean(),
    seekers: p.integer().nullable(),
    givers: p.integer().nullable(),
    state: p.string().$type<IntroductionState>(),
    reason: p.text().nullable(),
    holds: p.boolean(),
    heldAt: p.datetime().columnType('timestamptz').nullable(),
    holdReasons: p
      .json<HoldReason[]>()
      .columnType('json')
      .onCreate(() => []),
    runId: p.integer(),
    createdAt: p.datetime().columnType('timestamptz'),
    updatedAt: p.datetime().columnType('timestamptz'),
  },
});

/**
 * Two members to introduce to each other; unique by seeker, giver and need, so that nothing is proposed twice. Need and
 * offer are each a facet or, of an analyst's, the member's own words, and `why` is the analyst's sentence. `holds` is
 * whether the profiles still say so; `seekers` and `givers` are how many look for it and have it, null of an analyst's.
 * `heldAt` is since when an analyst's waits for the operator.
 */
export class IntroductionRow extends IntroductionSchema.class {}
IntroductionSchema.setClass(IntroductionRow);
