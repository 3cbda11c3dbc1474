import { z } from 'zod';
import { databaseClient } from '@warren/servers';
import { writeBackup } from './backup-file.ts';
import type { Header, Rows } from './backup-file.ts';
import { enumsIn, exactText, migrationsIn, quoted, schemasIn, sequencesIn, tablesIn } from './catalog.ts';
import type { Query } from './catalog.ts';

/** Target size of a batch of rows. */
const batchBytes = 2_000_000;
const maxRows = 5_000;

/** Summary of a backup that was written. */
interface DumpSummary {
  database: string;
  /** name of the community, if known */
  community: string | undefined;
  schemas: string[];
  tables: number;
  rows: number;
}

/**
 * Dumps the services' schemas into a file, as a consistent snapshot; services may keep running.
 * @param services names of their schemas
 * @param community name of the one that the database is of, if known
 */
export async function dump(
  databaseUrl: string,
  services: readonly string[],
  file: string,
  community?: string,
): Promise<DumpSummary> {
  const options = Object.entries(exactText)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const client = await databaseClient(databaseUrl, { options, application_name: 'backup' });
  await client.connect();
  try {
    const query: Query = async (sql, values) => (await client.query<object>(sql, [...(values ?? [])])).rows;
    const schemas = await schemasIn(query, services);
    if (schemas.length === 0) {
      throw new Error(
        'This database has no tables of Warren: start the services once, or name another DATABASE_URL.',
      );
    }
    // services hold this lock while they migrate: no table changes until the connection ends
    for (const schema of schemas) {
      await query('select pg_advisory_lock_shared(hashtext($1))', [`migrate ${schema}`]);
    }
    await query('begin isolation level repeatable read read only');
    const header = { ...(await headerOf(query, schemas)), ...(community !== undefined && { community }) };
    const rows = await writeBackup(file, header, rowsOf(query, header));
    const tables = header.schemas.reduce((sum, schema) => sum + schema.tables.length, 0);
    return { database: header.database ?? '', community, schemas, tables, rows };
  } finally {
    await client.end();
  }
}

async function headerOf(query: Query, schemas: readonly string[]): Promise<Header> {
  const [server] = z
    .array(z.object({ version: z.string(), database: z.string() }))
    .parse(
      await query(
        `select current_setting('server_version') as version, current_database()::text as database`,
      ),
    );
  const header: Header = {
    warren: 'backup',
    format: 1,
    made_at: new Date().toISOString(),
    postgresql: server?.version ?? '',
    database: server?.database ?? '',
    schemas: [],
  };
  for (const schema of schemas) {
    const migrations = await migrationsIn(query, schema);
    const tables = await tablesIn(query, schema);
    const enums = await enumsIn(query, schema);
    header.schemas.push({ schema, migrations, enums, tables, sequences: await sequencesIn(query, schema) });
  }
  return header;
}

async function* rowsOf(query: Query, { schemas }: Header): AsyncGenerator<Rows> {
  for (const { schema, tables } of schemas) {
    for (const { name: table } of tables) {
      // the whole row as one text, by the output functions of its types, as COPY writes it
      await query(
        `declare backup no scroll cursor for
         select "a row"::text as line from only ${quoted(schema, table)} as "a row"`,
      );
      for (let count = 50; ;) {
        const rows = Lines.parse(await query(`fetch ${count} from backup`)).map(({ line }) => line);
        if (rows.length === 0) {
          break;
        }
        yield { schema, table, rows };
        const bytes = rows.reduce((sum, { length }) => sum + length, 1);
        count = Math.min(maxRows, Math.max(1, Math.floor((batchBytes * rows.length) / bytes)));
      }
      await query('close backup');
    }
  }
}

const Lines = z.array(z.object({ line: z.string() }));
