import { defineEntity, p } from '@mikro-orm/core';
import type { Consent, MembershipStatus, PromptResponse } from '@warren/contracts';

const MemberSchema = defineEntity({
  name: 'MemberRow',
  tableName: 'member',
  properties: {
    id: p.integer().primary().autoincrement(),
    externalId: p.text().nullable(),
    email: p.text().nullable(),
    firstName: p.text(),
    lastName: p.text(),
    bio: p.text(),
    role: p.text(),
    company: p.text(),
    location: p.text(),
    website: p.text(),
    urls: p.array(),
    roles: p.array(),
    skills: p.array(),
    interests: p.array(),
    lookingFor: p.array(),
    allTraits: p.array(),
    promptResponses: p.json<PromptResponse[]>().columnType('jsonb'),
    membershipStatus: p.text().$type<MembershipStatus>(),
    isPublic: p.boolean(),
    consents: p.array().$type<Consent[]>(),
    facets: p.array(),
    facetLabels: p.array(),
    themes: p.array(),
    themeLabels: p.array(),
    createdAt: p.datetime().columnType('timestamptz'),
    updatedAt: p.datetime().columnType('timestamptz'),
  },
});

/**
 * A member as stored. `facets` are the keys of its facets, `facetLabels` their labels as this member wrote them; `themes`
 * and `themeLabels` those that codes give it, none of them twice.
 * Rows are written in bulk by the import's statements.
 */
export class MemberRow extends MemberSchema.class {}
MemberSchema.setClass(MemberRow);
