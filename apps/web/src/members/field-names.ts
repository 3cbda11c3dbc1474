import type { MemberField } from '@warren/contracts';

/** Names of the profile fields, as a form or a warning says them. */
export const memberFieldNames: Record<MemberField, string> = {
  external_id: 'Member number or id',
  email: 'E-mail',
  first_name: 'First name',
  last_name: 'Last name',
  bio: 'About themselves',
  role: 'Role',
  company: 'Company',
  location: 'Place',
  website: 'Website',
  urls: 'Links',
  roles: 'More roles',
  skills: 'Skills',
  interests: 'Interests',
  looking_for: 'Looking for',
  all_traits: 'Traits',
  prompt_responses: 'Answers to questions',
  membership_status: 'Membership',
  is_public: 'Public',
  consents: 'Consents',
};
