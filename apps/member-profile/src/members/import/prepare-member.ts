import { createHash } from 'node:crypto';
import { memberFieldsOf } from '@warren/contracts';
import type { MemberInput, MemberLine, MembershipStatus } from '@warren/contracts';
import { namesOf } from '../../privacy/names.ts';
import type { FacetColumns, FacetReader } from '../facets/facet-reader.ts';

/** A member's profile, and the status before it was cancelled for being absent from a file. */
export interface Profile extends MemberInput {
  status_before: MembershipStatus | null;
}

/** A member as written to its row. */
export interface PreparedMember extends Profile, FacetColumns {
  facets_version: string;
  names: string[];
  content_hash: string;
}

/** Computes the columns stored beside the profile: facets, names, and a hash to detect changes. */
export function prepareMember(profile: Profile, reader: FacetReader): PreparedMember {
  return {
    ...profile,
    ...reader.read(profile),
    facets_version: reader.version,
    names: namesOf(profile.first_name, profile.last_name),
    // As cancelling left it: a later line with the profile from before counts as a change.
    content_hash: profile.status_before === null ? hashOf(profile) : '',
  };
}

/** Hash of a profile without its external id and e-mail; a stored '' equals no hash. */
export function hashOf(profile: MemberInput): string {
  return createHash('sha256').update(contentOf(profile)).digest('base64url').slice(0, 24);
}

/** A line with its e-mail address in lower case, as compared and stored. */
export function withFoldedEmail(line: MemberLine): MemberLine {
  return typeof line.email === 'string' ? { ...line, email: line.email.toLowerCase() } : line;
}

/**
 * The fields that a content hash covers, apart from consents: all but those that identify the member. Their order is that
 * of stored hashes: another one makes every member count as changed once.
 */
const hashedFields = memberFieldsOf('name', 'text', 'list', 'answers', 'status', 'consent');

function contentOf(member: MemberInput): string {
  const content: unknown[] = hashedFields.map((field) =>
    field === 'prompt_responses'
      ? member[field].map(({ prompt, response }) => [prompt, response])
      : member[field],
  );
  // Only if there are any: hashes from before there were consents stay as they are.
  return JSON.stringify(member.consents.length === 0 ? content : [...content, member.consents]);
}
