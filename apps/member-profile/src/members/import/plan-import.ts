import type { EmptyCells, MemberInput, MemberLine, RejectedLine } from '@warren/contracts';
import { Identities, mergeLine, newMember } from '@warren/member-files';
import { hashOf } from './prepare-member.ts';
import type { Profile } from './prepare-member.ts';

/** A stored member, as a batch needs it. */
export interface StoredMember extends Profile {
  id: number;
  content_hash: string;
}

/** The usable part of a line of the file. */
interface ImportLine {
  line: number;
  member: MemberLine;
  private_if_new?: boolean | undefined;
}

/** Plan of a batch: the rows to write, and its report. */
interface ImportPlan {
  inserts: Profile[];
  updates: (Profile & { id: number })[];
  /** Stored members who have a line in the batch. */
  seen: number[];
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedLine[];
  /** Every member who has a line in the batch, as stored (undefined: not yet) and as it will be. */
  results: { stored: StoredMember | undefined; profile: Profile }[];
  /** Filled fields that are empty in lines of the batch, and of how many members. */
  emptied: { fields: number; members: number };
}

/** State of a member after the lines so far. */
interface MemberState {
  external_id: string | null;
  email: string | null;
  /** The stored row; undefined for a new member. */
  stored: StoredMember | undefined;
  profile: Profile;
  /** Content hash of the profile, or as stored: '' equals no other. */
  hash: string;
  changes: number;
  lines: number;
  emptied: Set<string>;
}

/**
 * Plans a batch by applying its lines one after another, as if each were imported alone: each is merged with its member's
 * state after the previous lines. A member who ends up unchanged is not written, and its lines count as unchanged.
 */
export function planImport(
  lines: readonly ImportLine[],
  stored: readonly StoredMember[],
  empty: EmptyCells,
): ImportPlan {
  const all = stored.map((member) => stateOf(member, member));
  const identities = new Identities(all);
  const rejected: RejectedLine[] = [];
  for (const { line, member, private_if_new } of lines) {
    const { member: known, withoutEmail } = identities.ownerOf(member);
    if (withoutEmail !== undefined) {
      rejected.push({ line, ...withoutEmail, taken: true });
    }
    const target = known ?? stateOf(newProfile(private_if_new !== true), undefined);
    if (known === undefined) {
      all.push(target);
    }
    applyLine(target, withoutEmail === undefined ? member : { ...member, email: undefined }, empty);
    identities.take(target, target.profile);
  }
  return { ...planOf(all), rejected };
}

function stateOf(profile: Profile, stored: StoredMember | undefined): MemberState {
  const { external_id, email } = profile;
  const hash = stored?.content_hash ?? '';
  return { external_id, email, stored, profile, hash, changes: 0, lines: 0, emptied: new Set() };
}

function newProfile(isPublic: boolean): Profile {
  return { ...newMember(isPublic), status_before: null };
}

function applyLine(target: MemberState, line: MemberLine, empty: EmptyCells): void {
  const { profile: before } = target;
  const { profile, emptied } = mergeLine(before, line, empty);
  const after = withStatus(before, profile, line);
  const hash = hashOf(after);
  target.lines += 1;
  if (hash !== target.hash || !hasSameIdentityAndStatus(before, after)) {
    target.changes += 1;
  }
  target.hash = hash;
  target.profile = after;
  for (const field of emptied) {
    target.emptied.add(field);
  }
}

/** Restores the status of a member who was cancelled for being absent, unless the line gives another. */
function withStatus(before: Profile, merged: MemberInput, { membership_status }: MemberLine): Profile {
  const status = membership_status ?? before.status_before ?? merged.membership_status;
  return { ...merged, membership_status: status, status_before: null };
}

/** Compares what a content hash does not cover. */
export function hasSameIdentityAndStatus(a: Profile, b: Profile): boolean {
  return a.external_id === b.external_id && a.email === b.email && a.status_before === b.status_before;
}

function planOf(all: readonly MemberState[]): Omit<ImportPlan, 'rejected'> {
  const plan: Omit<ImportPlan, 'rejected'> = {
    inserts: [],
    updates: [],
    seen: [],
    created: 0,
    updated: 0,
    unchanged: 0,
    results: [],
    emptied: { fields: 0, members: 0 },
  };
  for (const { stored, profile, hash, changes, lines, emptied } of all) {
    if (lines > 0) {
      plan.results.push({ stored, profile });
    }
    if (stored === undefined) {
      plan.inserts.push(profile);
      plan.created += 1;
      plan.updated += changes - 1;
    } else if (lines > 0) {
      plan.seen.push(stored.id);
      const isWritten = hash !== stored.content_hash || !hasSameIdentityAndStatus(profile, stored);
      if (isWritten) {
        plan.updates.push({ ...profile, id: stored.id });
      }
      plan.updated += isWritten ? changes : 0;
      plan.unchanged += isWritten ? 0 : changes;
    }
    plan.unchanged += lines - changes;
    plan.emptied.fields += emptied.size;
    plan.emptied.members += Number(emptied.size > 0);
  }
  return plan;
}
