import { Consent } from '@warren/contracts';
import type { Member, MemberField, MembershipStatus, NewMember } from '@warren/contracts';

/** Fields of a form that are one line of text. */
export const lineFields = [
  'first_name',
  'last_name',
  'email',
  'external_id',
  'role',
  'company',
  'location',
  'website',
] as const satisfies readonly MemberField[];

/** Fields of a form that are lists, one entry a line. */
export const listFields = [
  'skills',
  'interests',
  'looking_for',
  'roles',
  'all_traits',
  'urls',
] as const satisfies readonly MemberField[];

type TextField = (typeof lineFields)[number] | (typeof listFields)[number] | 'bio';

/** What the form of a member holds; lists as text, one entry a line. */
export type MemberForm = Record<TextField, string> & {
  membership_status: MembershipStatus;
  is_public: boolean;
  consents: Record<Consent, boolean>;
};

/** The form of a new member. */
export const emptyForm: MemberForm = {
  first_name: '',
  last_name: '',
  email: '',
  external_id: '',
  role: '',
  company: '',
  location: '',
  website: '',
  bio: '',
  skills: '',
  interests: '',
  looking_for: '',
  roles: '',
  all_traits: '',
  urls: '',
  membership_status: 'active',
  is_public: true,
  consents: { sensitive: false },
};

/** The form of a member. */
export function formOf(member: Member): MemberForm {
  return {
    ...emptyForm,
    ...Object.fromEntries(lineFields.map((field) => [field, member[field] ?? ''])),
    ...Object.fromEntries(listFields.map((field) => [field, asLines(member[field])])),
    bio: member.bio,
    membership_status: member.membership_status,
    is_public: member.is_public,
    consents: { sensitive: member.consents.includes('sensitive') },
  };
}

/** The fields that differ between two forms, as the API takes them: null, '' or [] empties one. */
export function changes(before: MemberForm, after: MemberForm): NewMember {
  const has = (field: keyof MemberForm): boolean => before[field] !== after[field];
  return {
    ...Object.fromEntries(lineFields.filter(has).map((field) => [field, lineOf(field, after[field])])),
    ...Object.fromEntries(listFields.filter(has).map((field) => [field, fromLines(after[field])])),
    ...(has('bio') && { bio: after.bio.trim() }),
    ...(has('membership_status') && { membership_status: after.membership_status }),
    ...(has('is_public') && { is_public: after.is_public }),
    ...(Consent.options.some((consent) => before.consents[consent] !== after.consents[consent]) && {
      consents: Consent.options.filter((consent) => after.consents[consent]),
    }),
  };
}

/** Checks whether a form says whom it is about: a name, an e-mail address or an id is enough. */
export function isTold({ first_name, last_name, email, external_id }: MemberForm): boolean {
  return [first_name, last_name, email, external_id].some((text) => text.trim() !== '');
}

function lineOf(field: (typeof lineFields)[number], text: string): string | null {
  const given = text.trim();
  return given === '' && (field === 'email' || field === 'external_id') ? null : given;
}

/** Entries that hold line breaks become one line. */
function asLines(entries: readonly string[]): string {
  return entries.map((entry) => entry.replaceAll(/\s*[\r\n]+\s*/g, ' ')).join('\n');
}

function fromLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
