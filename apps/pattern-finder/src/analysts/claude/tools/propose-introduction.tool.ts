import { z } from 'zod';
import { FacetKey, Id, QuotableField, Quote, Text } from '@warren/contracts';
import { assertShown } from '../presentation/shown-members.ts';
import { defineTool } from './tool.ts';

const Reason = z
  .strictObject({
    member_id: Id,
    facet: FacetKey.optional().describe('A facet key of this member’s profile'),
    field: QuotableField.optional().describe('Where the quote stands'),
    quote: Quote.shape.quote.optional().describe('Verbatim words of this member, whole sentences'),
  })
  .refine(
    ({ facet, field, quote }) =>
      facet === undefined ? field !== undefined && quote !== undefined : (field ?? quote) === undefined,
    { error: 'give either facet, or quote and field' },
  );

/** Proposes two members to each other; as a save, it passes a gate, is stored with its event, and takes effect once. */
export const proposeIntroduction = defineTool({
  name: 'propose_introduction',
  description:
    'Proposes to introduce two members, where what one gives answers what the other needs: of each a quote, or a facet of ' +
    'the profile (of the seeker a looking_for), and one sentence why, for both to read. Two members are proposed once. Use ' +
    'it where words answer words; what facets alone say is proposed without you.',
  saves: 'introduction',
  input: z.strictObject({
    seeker: Reason.describe('Who needs it, and the need'),
    giver: Reason.describe('Who has it, and what'),
    why: Text.trim()
      .min(10)
      .max(300)
      .describe(
        'One sentence without names and numbers, in your own words: what one seeks, what the other gives',
      ),
  }),
  prepare: async (input, context) => {
    assertShown([input.seeker.member_id, input.giver.member_id], context.membersShown());
    const checked = await context.introductionGate.verify(
      input,
      context.wordsShown(),
      context.signal,
      context.reader,
    );
    return async (em, run) => {
      const { id, held } = await context.introductions.save(em, run, checked);
      // Not why it is held: the model would be told what to write instead.
      const note = 'It waits for the operator, who releases or declines it: leave it, and go on.';
      return { proposed: true, introduction_id: id, held, ...(held && { note }) };
    };
  },
});
