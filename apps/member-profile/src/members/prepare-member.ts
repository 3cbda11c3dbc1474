import type { MemberInput } from '@warren/contracts';
import { createHash } from 'node:crypto';
import type { FacetColumns, FacetReader } from '../facets/facet-reader.ts';
import { namesOf } from './names.ts';

/** A member as its row will hold it. */
export interface PreparedMember extends MemberInput, FacetColumns {
  facets_version: string;
  names: string[];
  /** Equal for equal profiles, whatever their ids and e-mails; one stored as '' equals none. */
  content_hash: string;
}

/** What PostgreSQL's text cannot hold, as JSON escapes it: U+0000 and halves of surrogate pairs. */
const unstorable = /\\u(?:0000|d[89a-f])/;

/** Works out all that is stored beside the profile itself: facets, names, and a hash to tell whether it changed. */
export function prepareMember(input: MemberInput, reader: FacetReader): PreparedMember {
  const given = contentOf(input);
  const isStorable = !unstorable.test(given) && !unstorable.test(JSON.stringify(input.external_id));
  const member = isStorable ? input : storable(input);
  const content = isStorable ? given : contentOf(member);
  return {
    ...member,
    email: member.email?.toLowerCase() ?? null,
    ...reader.read(member),
    facets_version: reader.version,
    names: namesOf(member.first_name, member.last_name),
    content_hash: createHash('sha256').update(content).digest('base64url').slice(0, 24),
  };
}

function storable(member: MemberInput): MemberInput {
  const clean = (value: string): string => value.replaceAll('\u0000', '').toWellFormed();
  const all = (values: string[]): string[] => values.map(clean);
  return {
    ...member,
    external_id: member.external_id === null ? null : clean(member.external_id),
    first_name: clean(member.first_name),
    last_name: clean(member.last_name),
    bio: clean(member.bio),
    role: clean(member.role),
    company: clean(member.company),
    location: clean(member.location),
    website: clean(member.website),
    urls: all(member.urls),
    roles: all(member.roles),
    skills: all(member.skills),
    interests: all(member.interests),
    looking_for: all(member.looking_for),
    all_traits: all(member.all_traits),
    prompt_responses: member.prompt_responses.map(({ prompt, response }) => ({
      prompt: clean(prompt),
      response: clean(response),
    })),
  };
}

/** Everything but the ids, in one text. */
function contentOf(member: MemberInput): string {
  return JSON.stringify([
    member.first_name,
    member.last_name,
    member.bio,
    member.role,
    member.company,
    member.location,
    member.website,
    member.urls,
    member.roles,
    member.skills,
    member.interests,
    member.looking_for,
    member.all_traits,
    member.prompt_responses.map(({ prompt, response }) => [prompt, response]),
    member.membership_status,
    member.is_public,
  ]);
}
