import type { PseudonymousProfile } from '@warren/contracts';
import { bytesOf } from './within-bytes.ts';

/** What a member wrote, for the model: the fields that say something. */
export type ReadProfile = Pick<PseudonymousProfile, 'member_id'> &
  Partial<Pick<PseudonymousProfile, 'role' | 'bio' | 'looking_for' | 'prompt_responses'>> & {
    changed?: true;
  };

/**
 * Converts a profile to what its member wrote, whole; facets are left to the rules.
 * @param known members of whom an earlier run has read something else
 */
export function toReadProfile(
  { member_id, role, bio, looking_for, prompt_responses }: PseudonymousProfile,
  known: ReadonlySet<number> = new Set(),
): ReadProfile {
  const fields = Object.entries({ role, bio, looking_for, prompt_responses });
  const changed = known.has(member_id) ? { changed: true as const } : {};
  return { member_id, ...changed, ...Object.fromEntries(fields.filter(([, text]) => text !== '')) };
}

/** The first profiles that fit into `most` bytes together, and at least one: none is cut. */
export function firstWithin<P extends PseudonymousProfile>(profiles: readonly P[], most: number): P[] {
  let left = most;
  const end = profiles.findIndex((profile) => {
    left -= bytesOf(toReadProfile(profile)) + 1;
    return left < 0;
  });
  return profiles.slice(0, end === -1 ? undefined : Math.max(1, end));
}
