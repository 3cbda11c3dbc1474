import type { AuditEntry, AuditPage } from '@warren/contracts';
import { cursorOf } from './audit-cursor.ts';

/** Merges the newest entries of each service into a page: newest first, then by service, then by id. */
export function mergeAudit(parts: readonly (readonly AuditEntry[])[], limit: number): AuditPage {
  const all = parts.flat().toSorted(inOrder);
  const entries = all.slice(0, limit);
  const last = entries.at(-1);
  // A service that sent a full page may have more.
  const isMore = all.length > limit || parts.some((part) => part.length >= limit);
  return { entries, next: isMore && last !== undefined ? cursorOf(last) : null };
}

function inOrder(a: AuditEntry, b: AuditEntry): number {
  if (a.at !== b.at) {
    return a.at < b.at ? 1 : -1;
  }
  if (a.service !== b.service) {
    return a.service < b.service ? -1 : 1;
  }
  return b.id - a.id;
}
