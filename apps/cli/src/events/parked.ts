import pg from 'pg';
import { z } from 'zod';

/** Schemas of the services that consume events. */
const schemas = ['member_profile', 'pattern_finder', 'question_generator'] as const;

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
  const found = await client.query<{ nspname: string }>(
    `select nspname from pg_namespace where nspname = any($1) and to_regclass(nspname || '.parked_message') is not null`,
    [schemas],
  );
  const selects = found.rows.map(
    ({ nspname }) =>
      `select '${nspname.replace('_', '-')}' as service, subject, message_id, reason, body, parked_at
         from ${nspname}.parked_message`,
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
  const schema = schemas.find((name) => name === service.replace('-', '_'));
  await client.query(`delete from ${String(schema)}.parked_message where subject = $1 and message_id = $2`, [
    subject,
    message_id,
  ]);
}
