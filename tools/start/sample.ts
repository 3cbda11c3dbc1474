import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf, databaseClient, usualMembers } from '@warren/servers';

/** A line of the sample: some of its members have only the one or the other. */
const Line = z.object({ external_id: z.string().optional(), email: z.string().optional() });

/** Returns whether a database has no members but those of the sample: none yet, too. */
export async function holdsSampleAlone(databaseUrl: string): Promise<boolean> {
  const lines = (await readFile(usualMembers, 'utf8')).trimEnd().split('\n');
  const sample = lines.map((line) => Line.parse(JSON.parse(line)));
  const client = await databaseClient(databaseUrl);
  await client.connect();
  try {
    const others = await client.query(
      `select from member_profile.member where not coalesce(external_id = any ($1), false)
       and not coalesce(lower(email) = any ($2), false) limit 1`,
      [
        sample.map(({ external_id }) => external_id ?? ''),
        sample.map(({ email = '' }) => email.toLowerCase()),
      ],
    );
    return others.rowCount === 0;
  } catch (error) {
    // invalid_schema_name, undefined_table: no service has started on it yet
    if (codeOf(error) === '3F000' || codeOf(error) === '42P01') {
      return true;
    }
    throw error;
  } finally {
    await client.end();
  }
}
