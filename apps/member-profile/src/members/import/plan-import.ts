import type { EmptyCells, MemberInput, MemberLine, RejectedLine } from '@warren/contracts';
import { Identities, mergeLine, newMember } from '@warren/member-files';
import { hashOf } from './prepare-member.ts';
import type { Profile } from './prepare-member.ts';

/** What a batch needs to know of a member that is there already. */
export interface StoredMember extends Profile {
  id: number;
  content_hash: string;
}

/** A line of the file, as far as it could be used. */
export interface ImportLine {
  line: number;
  member: MemberLine;
  private_if_new?: boolean | undefined;
}

/** What a batch does to the table, and what it will say it did. */
export interface ImportPlan {
  inserts: Profile[];
  updates: (Profile & { id: number })[];
  /** Members that were there before and have a line in the batch. */
  met: number[];
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedLine[];
  /** Filled fields that lines of the batch have empty, and of how many members. */
  emptied: { fields: number; members: number };
}

/** A member as it stands after the lines so far. */
interface Standing {
  external_id: string | null;
  email: string | null;
  /** As it is in the table; undefined where it is not yet. */
  stored: StoredMember | undefined;
  profile: Profile;
  /** Of the profile, or as stored: '' equals none. */
  hash: string;
  changes: number;
  lines: number;
  emptied: Set<string>;
}

/**
 * Takes the lines of a batch one after another, as an import of each alone would: each is merged with what is known of
 * its member after the lines before. A member that ends as it began is not written, and its lines changed nothing.
 */
export function planImport(
  lines: readonly ImportLine[],
  stored: readonly StoredMember[],
  empty: EmptyCells,
): ImportPlan {
  const all = stored.map((member) => standingOf(member, member));
  const identities = new Identities(all);
  const rejected: RejectedLine[] = [];
  for (const { line, member, private_if_new } of lines) {
    const { member: known, withoutEmail } = identities.ownerOf(member);
    if (withoutEmail !== undefined) rejected.push({ line, ...withoutEmail, taken: true });
    const target = known ?? standingOf(newProfile(private_if_new !== true), undefined);
    if (known === undefined) all.push(target);
    take(target, withoutEmail === undefined ? member : { ...member, email: undefined }, empty);
    identities.take(target, target.profile);
  }
  return { ...sumOf(all), rejected };
}

function standingOf(profile: Profile, stored: StoredMember | undefined): Standing {
  const { external_id, email } = profile;
  const hash = stored?.content_hash ?? '';
  return { external_id, email, stored, profile, hash, changes: 0, lines: 0, emptied: new Set() };
}

function newProfile(isPublic: boolean): Profile {
  return { ...newMember(isPublic), status_before: null };
}

function take(target: Standing, line: MemberLine, empty: EmptyCells): void {
  const { profile: before } = target;
  const { profile, emptied } = mergeLine(before, line, empty);
  const after = withStatus(before, profile, line);
  const hash = hashOf(after);
  target.lines += 1;
  if (hash !== target.hash || !isSameBesides(before, after)) target.changes += 1;
  target.hash = hash;
  target.profile = after;
  for (const field of emptied) target.emptied.add(field);
}

/** A member who was cancelled for being absent is back, with the status it had, unless its line says another. */
function withStatus(before: Profile, merged: MemberInput, { membership_status }: MemberLine): Profile {
  const status = membership_status ?? before.status_before ?? merged.membership_status;
  return { ...merged, membership_status: status, status_before: null };
}

function isSameBesides(a: Profile, b: Profile): boolean {
  return a.external_id === b.external_id && a.email === b.email && a.status_before === b.status_before;
}

function sumOf(all: readonly Standing[]): Omit<ImportPlan, 'rejected'> {
  const plan: Omit<ImportPlan, 'rejected'> = {
    inserts: [],
    updates: [],
    met: [],
    created: 0,
    updated: 0,
    unchanged: 0,
    emptied: { fields: 0, members: 0 },
  };
  for (const { stored, profile, hash, changes, lines, emptied } of all) {
    if (stored === undefined) {
      plan.inserts.push(profile);
      plan.created += 1;
      plan.updated += changes - 1;
    } else if (lines > 0) {
      plan.met.push(stored.id);
      const isWritten = hash !== stored.content_hash || !isSameBesides(profile, stored);
      if (isWritten) plan.updates.push({ ...profile, id: stored.id });
      plan.updated += isWritten ? changes : 0;
      plan.unchanged += isWritten ? 0 : changes;
    }
    plan.unchanged += lines - changes;
    plan.emptied.fields += emptied.size;
    plan.emptied.members += Number(emptied.size > 0);
  }
  return plan;
}
