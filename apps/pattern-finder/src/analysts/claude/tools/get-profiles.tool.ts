import { z } from 'zod';
import { Id, Rule } from '@warren/contracts';
import { isWhole, profilesForModel } from '../presentation/model-profiles.ts';
import { assertShown } from '../presentation/shown-members.ts';
import type { HashedProfile } from '../reading/profile-reader.ts';
import { keyOf } from '../reading/reading-order.ts';
import { defineTool } from './tool.ts';

/** Shows profiles, without names and contacts. */
export const getProfiles = defineTool({
  name: 'get_member_profiles',
  description:
    'Up to 25 profiles of members who match a rule, or of given member ids: role, bio, wishes, answers and facets, ' +
    'without names or contacts; of texts that were shown before, only that they were. Quotes must be verbatim.',
  input: z
    .strictObject({
      rule: Rule.optional().describe('Profiles of members who match this rule'),
      member_ids: z.array(Id).max(25).optional(),
      limit: z.int().min(1).max(25).default(10),
    })
    .refine((input) => (input.rule === undefined) !== (input.member_ids === undefined), {
      error: 'give either rule or member_ids',
    }),
  prepare: async (input, context) => {
    assertShown(input.member_ids ?? [], context.membersShown());
    const { requests, signal, profileReader, runId } = context;
    const { total, profiles } = await requests.ask('community.profiles', input, { signal });
    const { texts, read } = await profileReader.state(runId, signal);
    const isKnown = ({ member_id: memberId, text_hash: hash }: HashedProfile): boolean =>
      read.inRun.has(keyOf({ memberId, hash }));
    const known = new Set(profiles.filter(isKnown).map(({ member_id }) => member_id));
    const shown = profilesForModel({ total, profiles }, known);
    const whole = profiles.filter((profile) => isWhole(profile, shown.profiles));
    return async (em, run) => {
      await profileReader.record(em, run, whole, texts);
      return shown;
    };
  },
});
