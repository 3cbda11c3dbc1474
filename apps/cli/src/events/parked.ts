import pg from 'pg';
import { z } from 'zod';

const Row = z.object({
  service: z.string(),
  subject: z.string(),
  message_id: z.string(),
  reason: z.string(),
  body: z.string(),
  parked_at: z.date().transform((at) => at.toISOString()),
});
/** Parked message (dead letter) of a service. */
export type Parked = z.output<typeof Row>;

/** Reads the parked messages of all services, newest first. */
export async function parkedMessages(client: pg.Client): Promise<Parked[]> {
  const { rows: schemas } = await client.query<{ name: string }>(
    `select schemaname as name from pg_tables where tablename = 'parked_message' order by 1`,
  );
  const selects = schemas.map(
    ({ name }) =>
      `select ${pg.escapeLiteral(serviceOf(name))} as service, subject, message_id, reason, body, parked_at
         from ${pg.escapeIdentifier(name)}.parked_message`,
  );
  if (selects.length === 0) {
    throw new Error(
      'This database has no tables of Warren: start the services once, or name another DATABASE_URL.',
    );
  }
  const { rows } = await client.query(`${selects.join(' union all ')} order by parked_at desc`);
  return z.array(Row).parse(rows);
}

/** Deletes a parked message that was republished. */
export async function deleteParked(
  client: pg.Client,
  { service, subject, message_id }: Parked,
): Promise<void> {
  const schema = pg.escapeIdentifier(service.replaceAll('-', '_'));
  await client.query(`delete from ${schema}.parked_message where subject = $1 and message_id = $2`, [
    subject,
    message_id,
  ]);
}

/** Name of the service that owns a schema. */
const serviceOf = (schema: string): string => schema.replaceAll('_', '-');
