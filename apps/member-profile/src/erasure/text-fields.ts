import { MemberField, memberFields } from '@warren/contracts';

/** Treatment of a field's passages in an erasure; `none` for fields without text of the member's own. */
type PassageSource = 'sentences' | 'fact' | 'entries' | 'address' | 'none';

/**
 * The passage source of every profile field: a new field must be classified before erasure compiles. `fact` is a text
 * that others may share in part, `entries` a list whose entries others may share as a whole.
 */
const passageSources = {
  external_id: 'none',
  email: 'none',
  first_name: 'none',
  last_name: 'none',
  bio: 'sentences',
  role: 'fact',
  company: 'fact',
  location: 'fact',
  website: 'address',
  urls: 'address',
  roles: 'entries',
  skills: 'entries',
  interests: 'entries',
  looking_for: 'entries',
  all_traits: 'entries',
  prompt_responses: 'sentences',
  membership_status: 'none',
  is_public: 'none',
  consents: 'none',
} as const satisfies Record<MemberField, PassageSource>;

/** A field in which a member writes sentences. */
export type SentenceField = {
  [Field in MemberField]: (typeof passageSources)[Field] extends 'sentences' ? Field : never;
}[MemberField];

/** An SQL expression of all texts of the fields with a passage source, as one array. */
function arrayOf(source: PassageSource): string {
  return MemberField.options
    .filter((field) => passageSources[field] === source)
    .map((field) => (memberFields[field] === 'list' ? field : `array[${field}]`))
    .join(' || ');
}

export const factsSql = arrayOf('fact');
export const entriesSql = arrayOf('entries');
export const addressesSql = arrayOf('address');
