import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDataFolder } from '../start/data-folder.ts';
import { databaseFor } from '../start/options.ts';
import { usualData } from '../start/running.ts';
import { forgetStreams, withDatabase, withOwn } from './database.ts';
import type { Place } from './database.ts';
import { dump } from './dump.ts';
import { restore } from './restore.ts';
import { servicesWithTables } from './services.ts';

const usage = `npm run -s backup -- FILE [--data DIR] [--members FILE]
npm run -s restore -- FILE [--replace] [--data DIR] [--members FILE]

  backup    writes all that the services keep into FILE, as it is at one moment; they may go on meanwhile
  restore   brings an empty database to what FILE holds, all of it or nothing; services must not run

  --replace        restore: takes away first what the database holds
  --data DIR       where npm start keeps its data (.warren/data)
  --members FILE   which members' file the database belongs to, as in npm start (the sample)

DATABASE_URL says which database; without it, that of npm start.`;

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      replace: { type: 'boolean' },
      data: { type: 'string' },
      members: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, named, ...more] = positionals;
  const known = command === 'backup' || command === 'restore';
  if (values.help === true || !known || named === undefined || more.length > 0) {
    process.stdout.write(`${usage}\n`);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  const file = resolve(named);
  const members = resolve(values.members ?? resolve(import.meta.dirname, '../../samples/brindlewick.ndjson'));
  const place = { data: resolve(values.data ?? usualData), database: databaseFor(members) };
  if (command === 'backup') await backUp(file, place);
  else await bringBack(file, place, values.replace === true);
}

async function backUp(file: string, place: Place): Promise<void> {
  const services = await servicesWithTables();
  const schemas = services.map(({ schema }) => schema);
  const { rows, tables } = await withDatabase(place, async ({ url }) => dump(url, schemas, file));
  process.stdout.write(`${rows} rows of ${tables} tables are in ${file}\n`);
}

async function bringBack(file: string, place: Place, replace: boolean): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const services = await servicesWithTables();
  const { DATABASE_URL } = process.env;
  const into = async (url: string) => restore(url, services, file, { replace });
  if (DATABASE_URL) {
    const { made_at } = await into(DATABASE_URL);
    process.stdout.write(
      `The database is what it was at ${made_at}.\n` +
        'Delete the streams EVENTS and JOBS of its NATS before the services start: they tell of what came after.\n',
    );
  } else {
    await openDataFolder(place.data, { ownPostgres: true });
    const { made_at } = await withOwn(place, async ({ url }) => into(url));
    await forgetStreams(place);
    process.stdout.write(`The database ${place.database} is what it was at ${made_at}.\n`);
  }
  process.stdout.write(
    'Members that were erased since are in it again: replay the erasures (npm run -s erasures -- replay) before anybody reads it.\n',
  );
}
