import { z } from 'zod';
import { FacetKey } from './facets.ts';
import { Id, PageNumber } from './values/ids.ts';
import { SearchText, mostSearchWords } from './values/search.ts';
import { Text } from './values/text.ts';

const text = (max: number) => Text.trim().max(max);
const list = (max: number) => z.array(text(500).min(1)).max(max);

/** Status of a membership. */
export const MembershipStatus = z.enum(['active', 'trial', 'paused', 'cancelled', 'expired']);
export type MembershipStatus = z.infer<typeof MembershipStatus>;

const haveLeft: Record<MembershipStatus, boolean> = {
  active: false,
  trial: false,
  paused: false,
  cancelled: true,
  expired: true,
};

/** Statuses of members who have left. */
export const leftStatuses = MembershipStatus.options.filter((status) => haveLeft[status]);

/** Returns whether a member is analysed: the profile is public and its owner has not left. */
export function isAnalysed(member: { is_public: boolean; membership_status: MembershipStatus }): boolean {
  return member.is_public && !haveLeft[member.membership_status];
}

/** One answer a member gave to a question of the profile form. */
export const PromptResponse = z.object({
  prompt: text(1000).describe('The question as the member saw it; empty where it is not known'),
  response: text(10_000).describe('What the member answered'),
});
export type PromptResponse = z.infer<typeof PromptResponse>;

/** What a member agreed to beyond the membership: `sensitive` lets patterns tell sensitive things of the member. */
export const Consent = z.enum(['sensitive']);
export type Consent = z.infer<typeof Consent>;

const profileShape = {
  external_id: text(200).min(1).nullable().describe('The operator’s own id of the member'),
  email: z.email().max(320).nullable(),
  first_name: text(200),
  last_name: text(200),
  bio: text(20_000),
  role: text(300),
  company: text(300),
  location: text(300),
  website: text(2000),
  urls: list(50),
  roles: list(100),
  skills: list(1000),
  interests: list(1000),
  looking_for: list(200).describe('Wishes: labels, or prose in which skills are found as whole words'),
  all_traits: list(1000),
  prompt_responses: z.array(PromptResponse).max(200),
  membership_status: MembershipStatus,
  is_public: z.boolean(),
  consents: z.array(Consent).max(10).describe('What the member agreed to; none by default'),
};

/** A field of a member's profile. */
export const MemberField = z.object(profileShape).keyof();
export type MemberField = z.infer<typeof MemberField>;

/** Kind of a profile field: it decides how the field is read from a file, compared, stored and counted. */
export type MemberFieldKind =
  | 'id'
  | 'email'
  | 'name'
  | 'text'
  | 'list'
  | 'answers'
  | 'status'
  | 'consent'
  | 'consents';

/**
 * The kind of every profile field. Readers of files, stored columns, content hashes and completion rates are derived
 * from this table, in the order of the schema; a field that is missing here does not compile.
 */
export const memberFields = {
  external_id: 'id',
  email: 'email',
  first_name: 'name',
  last_name: 'name',
  bio: 'text',
  role: 'text',
  company: 'text',
  location: 'text',
  website: 'text',
  urls: 'list',
  roles: 'list',
  skills: 'list',
  interests: 'list',
  looking_for: 'list',
  all_traits: 'list',
  prompt_responses: 'answers',
  membership_status: 'status',
  is_public: 'consent',
  consents: 'consents',
} as const satisfies Record<MemberField, MemberFieldKind>;

type FieldOfKind<Kind extends MemberFieldKind> = {
  [Field in MemberField]: (typeof memberFields)[Field] extends Kind ? Field : never;
}[MemberField];

/** The profile fields of some kinds, in the order of the schema. */
export function memberFieldsOf<Kind extends MemberFieldKind>(...kinds: readonly Kind[]): FieldOfKind<Kind>[] {
  return MemberField.options.filter((field): field is FieldOfKind<Kind> =>
    kinds.some((kind) => kind === memberFields[field]),
  );
}

/** Every field with its default: one that is missing here does not compile. */
const profileWithDefaults: { [Field in MemberField]: z.ZodDefault<(typeof profileShape)[Field]> } = {
  external_id: profileShape.external_id.default(null),
  email: profileShape.email.default(null),
  first_name: profileShape.first_name.default(''),
  last_name: profileShape.last_name.default(''),
  bio: profileShape.bio.default(''),
  role: profileShape.role.default(''),
  company: profileShape.company.default(''),
  location: profileShape.location.default(''),
  website: profileShape.website.default(''),
  urls: profileShape.urls.default([]),
  roles: profileShape.roles.default([]),
  skills: profileShape.skills.default([]),
  interests: profileShape.interests.default([]),
  looking_for: profileShape.looking_for.default([]),
  all_traits: profileShape.all_traits.default([]),
  prompt_responses: profileShape.prompt_responses.default([]),
  membership_status: profileShape.membership_status.default('active'),
  is_public: profileShape.is_public.default(true),
  consents: profileShape.consents.default([]),
};

/** A member as an import or the API gives it, after reading: absent values have their defaults. */
export const MemberInput = z
  .object(profileWithDefaults)
  .refine((member) => member.external_id !== null || member.email !== null, {
    path: ['external_id'],
    error: 'external_id or email is required',
  });
export type MemberInput = z.infer<typeof MemberInput>;

/** Some fields of a profile, of which none needs to be there. */
export const MemberValues = z.object(profileShape).partial();
export type MemberValues = z.infer<typeof MemberValues>;

/**
 * A member as a line of an import gives it. An absent field stays as it is (a new member's has its default); so does an
 * empty cell, unless the import clears.
 */
export const MemberLine = MemberValues.refine(
  (line) => (line.external_id ?? null) !== null || (line.email ?? null) !== null,
  {
    path: ['external_id'],
    error: 'external_id or email is required',
  },
);
export type MemberLine = z.infer<typeof MemberLine>;

/** A member added by hand: every field is optional, but something must tell who it is. Unknown fields are rejected. */
export const NewMember = z
  .strictObject(profileShape)
  .partial()
  .refine(
    ({ external_id, email, first_name, last_name }) =>
      [external_id, email, first_name, last_name].some((value) => (value ?? '') !== ''),
    { path: ['first_name'], error: 'give a name, an email or an external_id' },
  );
export type NewMember = z.infer<typeof NewMember>;

const clearable = <Shape extends z.ZodType>(shape: Shape) => z.union([shape, z.null(), z.literal('')]);

/**
 * A change of a member by hand: fields that it does not name stay, and null, an empty text or an empty list clears.
 * Status and consent have no empty state; an empty list withdraws all consents.
 */
export const MemberPatch = z
  .strictObject({
    external_id: clearable(profileShape.external_id),
    email: clearable(profileShape.email),
    first_name: clearable(profileShape.first_name),
    last_name: clearable(profileShape.last_name),
    bio: clearable(profileShape.bio),
    role: clearable(profileShape.role),
    company: clearable(profileShape.company),
    location: clearable(profileShape.location),
    website: clearable(profileShape.website),
    urls: clearable(profileShape.urls),
    roles: clearable(profileShape.roles),
    skills: clearable(profileShape.skills),
    interests: clearable(profileShape.interests),
    looking_for: clearable(profileShape.looking_for),
    all_traits: clearable(profileShape.all_traits),
    prompt_responses: clearable(profileShape.prompt_responses),
    membership_status: profileShape.membership_status,
    is_public: profileShape.is_public,
    consents: profileShape.consents,
  } satisfies Record<MemberField, z.ZodType>)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'name at least one field' });
export type MemberPatch = z.infer<typeof MemberPatch>;

/** Effect of an empty cell in an import: the field stays as it is, or is emptied. */
export const EmptyCells = z.enum(['keep', 'clear']);
export type EmptyCells = z.infer<typeof EmptyCells>;

/** A stored member as REST and messages show it. */
export const Member = z.object({
  id: Id,
  ...profileShape,
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Member = z.infer<typeof Member>;

/** A line of an import, or a field of one, that was not taken, and what to change. */
export const RejectedLine = z.object({
  line: z.int().min(0).describe('Line in the file; index of the item in a JSON array, from 1'),
  field: z.string(),
  reason: z.string(),
  taken: z
    .boolean()
    .default(false)
    .describe('Whether the member was imported nevertheless, without this field'),
  erased: z
    .literal(true)
    .optional()
    .describe('The line describes someone who was erased on request and is not a member'),
});
export type RejectedLine = z.infer<typeof RejectedLine>;

const fieldsOfMembers = z.object({
  fields: z.int().min(0),
  members: z.int().min(0).describe('A member whose lines are far apart in the file may count once for each'),
});
const noFields = { fields: 0, members: 0 };

/** Result of an import. */
export const ImportReport = z.object({
  created: z.int().min(0),
  updated: z.int().min(0),
  unchanged: z.int().min(0),
  rejected: z.array(RejectedLine),
  kept: fieldsOfMembers
    .default(noFields)
    .describe('Filled fields that stay although their cell in the file is empty; empty=clear empties them'),
  cleared: fieldsOfMembers
    .default(noFields)
    .describe('Filled fields that were emptied, since their cell in the file is empty; with empty=clear'),
  cancelled: z.int().min(0).optional().describe('Members absent from the file; with absent=cancel'),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** Order of listed members. */
export const MemberOrder = z.enum(['name', 'newest', 'oldest']);
export type MemberOrder = z.infer<typeof MemberOrder>;

/** Query of members. */
export const MemberQuery = z.object({
  page: PageNumber.default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  sort: MemberOrder.default('oldest').describe(
    'name: by last name, then first name; newest and oldest: in the order they were added',
  ),
  left: z
    .enum(['all', 'present', 'left'])
    .default('all')
    .describe('left: members whose membership is cancelled or expired; present: the others'),
  q: SearchText.optional().describe(
    `Words to look for in name, bio, role and facets, at most ${mostSearchWords} different ones`,
  ),
});
export type MemberQuery = z.infer<typeof MemberQuery>;

/** A page of members. */
export const MemberPage = z.object({
  members: z.array(Member),
  total: z.int().min(0),
  page: z.int().min(1),
  per_page: z.int().min(1),
});
export type MemberPage = z.infer<typeof MemberPage>;

/** A facet of one member, with the label as this member wrote it. */
export const MemberFacet = z.object({
  key: FacetKey,
  label: z.string(),
  quote: z
    .string()
    .optional()
    .describe('The sentence that says so, where the member wrote it in a text and lists it nowhere'),
});
export type MemberFacet = z.infer<typeof MemberFacet>;

/** A member in a list of a pattern's members: enough to know who it is and which facets it carries. */
export const MemberBrief = z.object({
  id: z.int(),
  first_name: z.string(),
  last_name: z.string(),
  role: z.string(),
  facets: z.array(MemberFacet),
});
export type MemberBrief = z.infer<typeof MemberBrief>;

/** A member of a pattern and the facets that put it there. */
export const PatternMember = MemberBrief.extend({
  facets: z.array(MemberFacet).describe('The facets of the rule that this member carries'),
  quotes: z.array(z.string()).describe('The words of this member that the pattern quotes'),
  side: z.enum(['giver', 'seeker', 'both']).nullable(),
});
export type PatternMember = z.infer<typeof PatternMember>;

/** A page of a pattern's members. */
export const PatternMemberPage = z.object({
  members: z.array(PatternMember),
  total: z.int().min(0),
  page: z.int().min(1),
  per_page: z.int().min(1),
});
export type PatternMemberPage = z.infer<typeof PatternMemberPage>;

/** Body of the event `members.changed`: describes a batch, not a single member. */
export const MembersChanged = z.object({
  revision: z.int().min(0).describe('Membership revision after the batch'),
  changed: z.int().min(0).describe('Members created, updated or removed'),
  erased_member_ids: z.array(Id).max(10_000).describe('Members erased for good'),
  erased_passages: z
    .object({
      salt: Text.max(100),
      hashes: Text.max(600_000).describe('Eight characters each, concatenated'),
    })
    .optional()
    .describe(
      'Every four consecutive words that they, and nobody else, wrote, now or earlier: sha256 of the salt, a space and the folded words, in base64url',
    ),
});
export type MembersChanged = z.infer<typeof MembersChanged>;
