import { z } from 'zod';
import { MemberBrief, MemberFacet } from '../members.ts';
import { Hold, Quote } from '../patterns.ts';
import { Id, PageNumber, QueryId } from '../values/ids.ts';
import { Text } from '../values/text.ts';

/** What came of an introduction. */
export const IntroductionState = z
  .enum(['proposed', 'introduced', 'met', 'declined', 'not_again'])
  .describe(
    'proposed: nobody has acted on it; introduced: the two know of each other; met; declined: not for this need; ' +
      'not_again: the two are never to be introduced again, in either direction',
  );
export type IntroductionState = z.infer<typeof IntroductionState>;

/** How great the need is. */
export const needCounts = {
  seekers: z.int().min(1).describe('Analysed members who look for it and do not have it'),
  givers: z.int().min(1).describe('Analysed members who have it'),
};

const reasons = {
  need: MemberFacet.describe('What the seeker looks for'),
  offer: MemberFacet.describe('What the giver has of it'),
  shared: z.array(MemberFacet).max(3).describe('What both have, rarest first'),
  mutual: z.boolean().describe('Whether the giver looks for something that the seeker has'),
  ...needCounts,
};

/** Words of one member, verbatim in the named field, that are a reason of an introduction. */
export const OwnWords = Quote.pick({ field: true, quote: true });
export type OwnWords = z.infer<typeof OwnWords>;

/** The reasons of an introduction as they are kept: each is a facet or the member's own words. */
const keptReasons = {
  proposed_by: z
    .enum(['needs', 'analyst'])
    .default('needs')
    .describe(
      'needs: the one lists what the other looks for; analyst: a model found that their words answer each other',
    ),
  need: reasons.need.nullable().describe('What the seeker looks for; null where `need_words` say it'),
  need_words: OwnWords.nullable().default(null).describe('The seeker’s'),
  offer: reasons.offer.nullable().describe('What the giver has of it; null where `offer_words` say it'),
  offer_words: OwnWords.nullable().default(null).describe('The giver’s'),
  shared: reasons.shared,
  mutual: reasons.mutual,
  seekers: needCounts.seekers
    .nullable()
    .describe(`${needCounts.seekers.description}; null of an analyst’s, who counts nobody`),
  givers: needCounts.givers.nullable().describe(`${needCounts.givers.description}; null of an analyst’s`),
  held: Hold.nullable()
    .default(null)
    .describe('Why it waits for the operator, and since when: no event tells of it; null where it does not'),
};

/** Two members to introduce to each other, as member-profile proposes them. */
export const IntroductionProposal = z.object({ seeker: Id, giver: Id, ...reasons });
export type IntroductionProposal = z.infer<typeof IntroductionProposal>;

const state = {
  id: Id,
  state: IntroductionState,
  reason: z.string().nullable().describe('The operator’s, of the state'),
  holds: z
    .boolean()
    .describe(
      'Whether the seeker still looks for it and the giver still has it, or both still say so, when the last run looked',
    ),
  run_id: Id.describe('The run that proposed it'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime().describe('When its state last changed'),
};

/** An introduction as it is stored: people by their ids. */
export const StoredIntroduction = z.object({
  ...state,
  seeker: Id,
  giver: Id,
  ...keptReasons,
  why: z.string().nullable().default(null).describe('One sentence of the analyst who proposed it'),
});
export type StoredIntroduction = z.infer<typeof StoredIntroduction>;

const Person = MemberBrief.pick({ id: true, first_name: true, last_name: true });

/** An introduction as REST shows it: who, and why. */
export const Introduction = z.object({
  ...state,
  seeker: Person,
  giver: Person,
  ...keptReasons,
  why: z.string().describe('One sentence for both'),
});
export type Introduction = z.infer<typeof Introduction>;

/** Query of introductions. */
export const IntroductionQuery = z.object({
  page: PageNumber.default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  state: IntroductionState.optional(),
  member_id: QueryId.optional().describe('Those of one member, on either side'),
  outdated: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true lists the proposals that no longer hold, which no other list has'),
  held: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true lists the proposals that wait for the operator, which no other list has'),
});
export type IntroductionQuery = z.infer<typeof IntroductionQuery>;

const page = {
  total: z.int().min(0),
  page: z.int().min(1),
  per_page: z.int().min(1),
};

/** A page of introductions as they are stored. */
export const StoredIntroductionPage = z.object({ introductions: z.array(StoredIntroduction), ...page });
export type StoredIntroductionPage = z.infer<typeof StoredIntroductionPage>;

/** A page of introductions: an analyst’s first, then greatest need first, i.e. with the fewest givers for each seeker. */
export const IntroductionPage = z.object({ introductions: z.array(Introduction), ...page });
export type IntroductionPage = z.infer<typeof IntroductionPage>;

/** Body of PATCH /introductions/{id}: what came of it, or that it is released. */
export const IntroductionPatch = z
  .strictObject({
    state: IntroductionState.optional(),
    reason: Text.trim().max(500).optional().describe('Kept with the state; without it the state has none'),
    held: z.literal(false).optional().describe('Releases a held introduction: the event tells of it'),
  })
  .refine(({ state, held }) => state !== undefined || held !== undefined, {
    error: 'name at least one of state, held',
  })
  .refine(({ state, reason }) => reason === undefined || state !== undefined, {
    path: ['reason'],
    error: 'is the reason of a state: send it with one',
  });
export type IntroductionPatch = z.infer<typeof IntroductionPatch>;

/** What an introduction says of one member, and nothing of the other. */
export const IntroductionKept = z.object({
  id: Id,
  role: z.enum(['seeker', 'giver']),
  need: MemberFacet.nullable(),
  offer: MemberFacet.nullable(),
  words: OwnWords.nullable().default(null).describe('This member’s own, where they are the reason'),
  why: z.string().nullable().default(null).describe('The sentence of the analyst who proposed it'),
  state: IntroductionState,
  reason: z.string().nullable(),
  created_at: z.iso.datetime(),
});
export type IntroductionKept = z.infer<typeof IntroductionKept>;
