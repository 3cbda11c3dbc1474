import { memberFieldsOf } from '@warren/contracts';
import type { MemberField } from '@warren/contracts';

/** The fields that hold lists of text. */
export const listFields: readonly MemberField[] = memberFieldsOf('list');

/** Other headings of each field's column, folded: no case, spaces, hyphens or underscores. */
const synonyms: Record<MemberField, string> = {
  external_id:
    'externalid id memberid userid uid uuid membernumber memberno customerid contactid personid recordid attendee attendeeid attendeenumber attendeeno',
  email: 'email emailaddress mail mailaddress emails primaryemail contactemail',
  first_name: 'firstname givenname forename first given',
  last_name: 'lastname surname familyname last family',
  bio: 'bio biography about aboutme description profile introduction intro summary story',
  role: 'role jobtitle title job position occupation profession',
  company: 'company organisation organization employer business workplace companyname affiliation',
  location: 'location city town place region hometown',
  website: 'website web url homepage site websiteurl',
  urls: 'urls links websites urllist linklist sociallinks',
  roles: 'roles rolelist communityroles',
  skills: 'skills skill skilllist skillset expertise abilities competencies',
  interests: 'interests interest interestlist hobbies topics passions tags',
  looking_for: 'lookingfor wishes wishlist seeking needs wants lookingforlist iamlookingfor imlookingfor',
  all_traits: 'alltraits traits trait traitlist attributes',
  prompt_responses: 'promptresponses prompts responses answers promptanswers promptresponse',
  membership_status: 'membershipstatus status memberstatus membership subscriptionstatus',
  is_public: 'ispublic public visible isvisible publicprofile profilepublic visibility',
};

const fieldOf = new Map<string, MemberField>();
for (const [field, names] of Object.entries(synonyms)) {
  for (const name of names.split(' ')) {
    if (isMemberField(field)) {
      fieldOf.set(name, field);
    }
  }
}

function isMemberField(name: string): name is MemberField {
  return name in synonyms;
}

/** Finds the field of a column or key, in any spelling (`E-mail`, `skill_list`, `First Name`). */
export function memberField(name: string): MemberField | undefined {
  if (Object.hasOwn(synonyms, name) && isMemberField(name)) {
    return name;
  }
  return fieldOf.get(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  );
}

/**
 * Maps fields to the indexes of their names. If two names mean the same field, the field's own name wins over a synonym,
 * then the first, so that `website` beside `url` is not overwritten.
 */
export function fieldsOf(names: readonly string[]): Map<MemberField, number> {
  const found = new Map<MemberField, number>();
  for (const [index, name] of names.entries()) {
    const field = memberField(name);
    if (field === undefined) {
      continue;
    }
    if (
      !found.has(field) ||
      (folded(name) === folded(field) && folded(names[found.get(field) ?? 0] ?? '') !== folded(field))
    ) {
      found.set(field, index);
    }
  }
  return found;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
