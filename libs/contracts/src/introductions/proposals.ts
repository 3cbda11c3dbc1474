import { z } from 'zod';
import { FacetKey } from '../facets.ts';
import { Id } from '../values/ids.ts';
import { Text } from '../values/text.ts';
import { IntroductionProposal, needCounts } from './introductions.ts';

/**
 * An introduction that was proposed before: seeker, giver, the places of need and offer among `facets`, and whether it is
 * still open, what came of it, or that the two are never to be introduced.
 */
export const KnownIntroduction = z.tuple([
  Id,
  Id,
  z.int().min(0),
  z.int().min(0),
  z.enum(['open', 'met', 'declined', 'never']),
]);
export type KnownIntroduction = z.infer<typeof KnownIntroduction>;

/** Asks for new introductions beside those that are known. */
export const IntroductionsWanted = z.object({
  facets: z.array(FacetKey).max(24_000).describe('Facets of the known ones, each once'),
  known: z.array(KnownIntroduction).max(12_000),
  most: z.int().min(0).max(10_000).describe('New ones at most, greatest need first'),
});
export type IntroductionsWanted = z.infer<typeof IntroductionsWanted>;

/** New introductions, and how great the needs of the known ones are. */
export const ProposedIntroductions = z.object({
  revision: z.int().min(0),
  proposed: z.array(IntroductionProposal),
  known: z
    .array(z.object(needCounts).nullable())
    .describe('In the order of the request; null where it no longer holds on today’s profiles'),
});
export type ProposedIntroductions = z.infer<typeof ProposedIntroductions>;

const EventFacet = z.object({ key: FacetKey, label: Text.max(500) });

/** Body of the event `introduction.proposed`: introductions that one run proposed. */
export const IntroductionProposed = z.object({
  run_id: Id,
  introductions: z
    .array(
      z.object({
        introduction_id: Id,
        seeker: Id,
        giver: Id,
        need: EventFacet,
        offer: EventFacet,
        mutual: z.boolean(),
      }),
    )
    .max(500)
    .describe('Empty where all of their members were erased since'),
  in_own_words: z
    .array(
      z.object({
        introduction_id: Id,
        seeker: Id,
        giver: Id,
        need: EventFacet.nullable(),
        offer: EventFacet.nullable(),
      }),
    )
    .max(500)
    .default([])
    .describe(
      'Those of which a member’s own words are a reason, which are not told here: there need or offer is null',
    ),
});
export type IntroductionProposed = z.infer<typeof IntroductionProposed>;
