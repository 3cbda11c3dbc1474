import { memberFieldsOf } from '@warren/contracts';
import type { MemberInput, MemberLine, MembershipStatus } from '@warren/contracts';
import { createHash } from 'node:crypto';
import type { FacetColumns, FacetReader } from '../facets/facet-reader.ts';
import { namesOf } from '../../privacy/names.ts';

/** A profile as a member has it, and the status that it had before it was cancelled for being absent from a file. */
export interface Profile extends MemberInput {
  status_before: MembershipStatus | null;
}

/** A member as its row will hold it. */
export interface PreparedMember extends Profile, FacetColumns {
  facets_version: string;
  names: string[];
  content_hash: string;
}

/** Works out all that is stored beside the profile itself: facets, names, and a hash to tell whether it changed. */
export function prepareMember(profile: Profile, reader: FacetReader): PreparedMember {
  return {
    ...profile,
    ...reader.read(profile),
    facets_version: reader.version,
    names: namesOf(profile.first_name, profile.last_name),
    content_hash: hashOf(profile),
  };
}

/** Equal for equal profiles, whatever their ids and e-mails; one stored as '' equals none. */
export function hashOf(profile: MemberInput): string {
  return createHash('sha256').update(contentOf(profile)).digest('base64url').slice(0, 24);
}

/** What a line says, with its e-mail as it is compared and stored: without case. */
export function withFoldedEmail(line: MemberLine): MemberLine {
  return typeof line.email === 'string' ? { ...line, email: line.email.toLowerCase() } : line;
}

/**
 * The fields that a content hash covers: all but those that identify the member. Their order is that of stored hashes:
 * another one makes every member count as changed once.
 */
const hashedFields = memberFieldsOf('name', 'text', 'list', 'answers', 'status', 'consent');

function contentOf(member: MemberInput): string {
  return JSON.stringify(
    hashedFields.map((field) =>
      field === 'prompt_responses'
        ? member[field].map(({ prompt, response }) => [prompt, response])
        : member[field],
    ),
  );
}
