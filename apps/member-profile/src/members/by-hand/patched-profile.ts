import { InvalidRequest, memberFields, memberFieldsOf } from '@warren/contracts';
import type { MemberPatch } from '@warren/contracts';
import { newMember } from '@warren/member-files';
import type { Profile } from '../import/prepare-member.ts';

const clearable = memberFieldsOf('id', 'email', 'name', 'text', 'list', 'answers');
const blank = newMember();

/**
 * A profile with the fields of a patch, of which null and empty ones clear.
 * @throws InvalidRequest if nothing is left that identifies the member
 */
export function patchedProfile(profile: Profile, patch: MemberPatch): Profile {
  const cleared = clearable.filter((field) => patch[field] === null || patch[field] === '');
  const after: Profile = {
    ...profile,
    ...Object.fromEntries(Object.entries(patch)),
    ...Object.fromEntries(cleared.map((field) => [field, blank[field]])),
    // A status set by hand is not one that a return restores another instead of.
    status_before: patch.membership_status === undefined ? profile.status_before : null,
  };
  const email = after.email?.toLowerCase() ?? null;
  if (after.external_id === null && email === null) {
    const errors = memberFieldsOf('id', 'email')
      .filter((field) => field in patch)
      .map((field) => ({
        field,
        message: `is the only ${memberFields[field] === 'id' ? 'id' : 'address'} by which the member is known: keep it, or give another`,
      }));
    throw InvalidRequest.of(errors);
  }
  return { ...after, email };
}
