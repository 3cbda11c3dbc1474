import { GetProfilesInput } from '@warren/contracts';
import { profilesForModel } from '../presentation/model-profiles.ts';
import { ensureShown } from '../presentation/shown-members.ts';
import { defineTool, readOnly } from './tool.ts';

/** Profiles to read, without names or contacts. */
export const getProfiles = defineTool({
  name: 'get_member_profiles',
  description:
    'Up to 25 profiles of members who match a rule, or of given member ids: role, bio, wishes, answers and facets, ' +
    'without names or contacts. Quotes must be verbatim from these texts.',
  input: GetProfilesInput,
  prepare: async (input, context) => {
    ensureShown(input.member_ids ?? [], context.membersShown());
    return readOnly(profilesForModel(await context.steps.ask('community.profiles', input, context.stopped)));
  },
});
