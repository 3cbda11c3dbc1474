import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { z } from 'zod';
import { codeOf, usualMembers } from '@warren/servers';

const Line = z.object({ external_id: z.string() });

/** Returns whether a database has no members but those of the sample: none yet, too. */
export async function holdsSampleAlone(databaseUrl: string): Promise<boolean> {
  const lines = (await readFile(usualMembers, 'utf8')).trimEnd().split('\n');
  const ids = lines.map((line) => Line.parse(JSON.parse(line)).external_id);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const others = await client.query(
      'select from member_profile.member where external_id is null or external_id <> all ($1) limit 1',
      [ids],
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
