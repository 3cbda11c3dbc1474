import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventKept, KeptRow } from '@warren/contracts';

/** The messages of the outbox among these rows. */
export async function eventsAmong(em: EntityManager, rows: readonly KeptRow[]): Promise<EventKept[]> {
  const ids = rows.flatMap(({ table, key }) => (table === 'outbox_message' ? [key['id']] : []));
  const events = await em.execute<(Omit<EventKept, 'created_at'> & { created_at: Date | string })[]>(
    `select message_id, subject, created_at from outbox_message
     where id in (select jsonb_array_elements_text(?::jsonb)::bigint) order by id`,
    [JSON.stringify(ids)],
  );
  return events.map((event) => ({ ...event, created_at: new Date(event.created_at).toISOString() }));
}
