import type { EntityManager } from '@mikro-orm/postgresql';
import { streams } from '@warren/contracts';
import type { Purge } from './purge.ts';

const batch = 1_000;
const dayMs = 24 * 60 * 60_000;
/** Days that a message stays in a stream, at most. */
const inStream = Math.max(...streams.map(({ max_age_ms }) => max_age_ms)) / dayMs;

/**
 * Days that the id of a handled message is kept: longer than any copy of it may be delivered. A copy is parked at the end
 * of its time in the stream at the latest, is published again by hand while it is parked, and that one is delivered for as
 * long; as long again where the stream is lost and filled from the outbox.
 */
export function inboxDays(parkedDays: number): number {
  return parkedDays + 3 * inStream;
}

/** Deletes parked messages and the failures of others after so many days, and later the ids of handled ones. */
export function oldMessages(days: number | null): Purge[] {
  if (days === null) {
    return [];
  }
  return [
    // An erasure that was not done here stays, however old: it is still to be done.
    purgeOf(
      'parked messages',
      'parked_message',
      `parked_at < now() - ? * interval '1 day'
         and not (subject = 'members.changed' and body not like '%"erased_member_ids":[]%')`,
      days,
    ),
    purgeOf('failures of messages', 'failing_message', `failed_at < now() - ? * interval '1 day'`, days),
    purgeOf(
      'ids of handled messages',
      'inbox_message',
      `handled_at < now() - ? * interval '1 day'`,
      inboxDays(days),
    ),
  ];
}

/** Deletes entries of the audit after so many days. */
export function oldAuditEntries(days: number | null): Purge[] {
  if (days === null) {
    return [];
  }
  return [
    {
      name: 'audit entries',
      batch: async (em) => {
        const [row] = await em.execute<{ purged: number }[]>(
          `select audit_entry_purge(now() - ? * interval '1 day', ?) as purged`,
          [days, batch],
        );
        return row?.purged ?? 0;
      },
    },
  ];
}

function purgeOf(name: string, table: string, isOld: string, days: number): Purge {
  return {
    name,
    batch: async (em: EntityManager) => {
      const { affectedRows } = await em.execute<{ affectedRows: number }>(
        `delete from ${table} where ctid = any(array(select ctid from ${table} where ${isOld} limit ${batch}))`,
        [days],
        'run',
      );
      return affectedRows;
    },
  };
}
