import { z } from 'zod';
import { MemberBrief, MemberFacet } from '../members.ts';
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

/** Two members to introduce to each other, as member-profile proposes them. */
export const IntroductionProposal = z.object({ seeker: Id, giver: Id, ...reasons });
export type IntroductionProposal = z.infer<typeof IntroductionProposal>;

const state = {
  id: Id,
  state: IntroductionState,
  reason: z.string().nullable().describe('The operator’s, of the state'),
  holds: z
    .boolean()
    .describe('Whether the seeker still looks for it and the giver still has it, when the last run looked'),
  run_id: Id.describe('The run that proposed it'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime().describe('When its state last changed'),
};

/** An introduction as it is stored: people by their ids. */
export const StoredIntroduction = IntroductionProposal.extend(state);
export type StoredIntroduction = z.infer<typeof StoredIntroduction>;

const Person = MemberBrief.pick({ id: true, first_name: true, last_name: true });

/** An introduction as REST shows it: who, and why. */
export const Introduction = z.object({
  ...state,
  seeker: Person,
  giver: Person,
  ...reasons,
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

/** A page of introductions, greatest need first: that with the fewest givers for each seeker. */
export const IntroductionPage = z.object({ introductions: z.array(Introduction), ...page });
export type IntroductionPage = z.infer<typeof IntroductionPage>;

/** Body of PATCH /introductions/{id}: what came of it. */
export const IntroductionPatch = z.strictObject({
  state: IntroductionState,
  reason: Text.trim().max(500).optional().describe('Kept with the state; without it the state has none'),
});
export type IntroductionPatch = z.infer<typeof IntroductionPatch>;

/** What an introduction says of one member, and nothing of the other. */
export const IntroductionKept = z.object({
  id: Id,
  role: z.enum(['seeker', 'giver']),
  need: MemberFacet,
  offer: MemberFacet,
  state: IntroductionState,
  reason: z.string().nullable(),
  created_at: z.iso.datetime(),
});
export type IntroductionKept = z.infer<typeof IntroductionKept>;
