import { z } from 'zod';
import { Id, Rule } from '@warren/contracts';
import { isWhole, profilesForModel } from '../presentation/model-profiles.ts';
import { assertShown } from '../presentation/shown-members.ts';
import { defineTool } from './tool.ts';

/** Shows profiles, without names and contacts. */
export const getProfiles = defineTool({
  name: 'get_member_profiles',
  description:
    'Up to 25 profiles of members who match a rule, or of given member ids: role, bio, wishes, answers and facets, ' +
    'without names or contacts. Quotes must be verbatim from these texts.',
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
    const { requests, signal, reader, runId } = context;
    const selected = await requests.ask('community.profiles', input, { signal });
    const shown = profilesForModel(selected);
    const whole = selected.profiles.filter((profile) => isWhole(profile, shown.profiles));
    const { texts } = await reader.state(runId, signal);
    return async (em, run) => {
      await reader.record(em, run, whole, texts);
      return shown;
    };
  },
});
