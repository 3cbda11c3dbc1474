import type { RejectedLine } from '@warren/contracts';
import { Identities } from '@warren/profiles';
import type { PreparedMember } from './prepare-member.ts';

/** What a batch needs to know of a member that is there already. */
export interface StoredMember {
  id: number;
  external_id: string | null;
  email: string | null;
  content_hash: string;
}

/** A line of the file, read and prepared. */
export interface PreparedLine {
  line: number;
  member: PreparedMember;
}

/** What a batch does to the table, and what it will say it did. */
export interface ImportPlan {
  inserts: PreparedMember[];
  updates: (PreparedMember & { id: number })[];
  /** Members that were there before and have a line in the batch, taken or not. */
  met: number[];
  created: number;
  updated: number;
  unchanged: number;
  rejected: RejectedLine[];
}

/** A member as it stands after the lines so far. */
interface Standing {
  id: number | undefined;
  external_id: string | null;
  email: string | null;
  content_hash: string;
  /** Its last line; undefined where its row need not be written. */
  member: PreparedMember | undefined;
}

/**
 * Takes the lines of a batch one after another, as an import of each alone would; of several lines for one member the
 * last one is written.
 */
export function planImport(lines: readonly PreparedLine[], stored: readonly StoredMember[]): ImportPlan {
  const standing = stored.map((member): Standing => ({ ...member, member: undefined }));
  const identities = new Identities(standing);
  const met = new Set<number>();
  const report = { created: 0, updated: 0, unchanged: 0 };
  const rejected: RejectedLine[] = [];

  const write = (target: Standing, member: PreparedMember): void => {
    identities.take(target, member);
    target.content_hash = member.content_hash;
    target.member = { ...member, external_id: target.external_id };
  };

  for (const { line, member } of lines) {
    const { member: target, refused } = identities.ownerOf(member);
    if (target?.id !== undefined) {
      met.add(target.id);
    }
    if (refused !== undefined) {
      rejected.push({ line, ...refused });
    } else if (target === undefined) {
      const created = { id: undefined, external_id: null, email: null, content_hash: '', member: undefined };
      standing.push(created);
      write(created, member);
      report.created += 1;
    } else if (isSame(target, member)) {
      report.unchanged += 1;
    } else {
      write(target, member);
      report.updated += 1;
    }
  }
  return { ...rowsOf(standing), met: [...met], ...report, rejected };
}

function isSame(target: Standing, member: PreparedMember): boolean {
  return (
    target.content_hash === member.content_hash &&
    target.email === member.email &&
    (member.external_id === null || target.external_id === member.external_id)
  );
}

function rowsOf(standing: readonly Standing[]): Pick<ImportPlan, 'inserts' | 'updates'> {
  const inserts: PreparedMember[] = [];
  const updates: (PreparedMember & { id: number })[] = [];
  for (const { id, member } of standing) {
    if (member !== undefined && id === undefined) {
      inserts.push(member);
    } else if (member !== undefined && id !== undefined) {
      updates.push({ ...member, id });
    }
  }
  return { inserts, updates };
}
