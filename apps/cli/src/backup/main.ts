import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseOf, openDataFolder, usualData } from '@warren/servers';
import { parseCommandLine, runProgram } from '../command-line.ts';
import { readHeader } from './backup-file.ts';
import {
  deleteStreams,
  rejectWhileRunning,
  withDatabaseToBackUp,
  withDatabaseToRestore,
} from './database.ts';
import type { Place } from './database.ts';
import { dump } from './dump.ts';
import { restore } from './restore.ts';
import { servicesWithTables } from './services.ts';

const usage = `npm run -s backup -- FILE [--data DIR] [--community NAME]
npm run -s restore -- FILE [--replace] [--data DIR] [--community NAME]

  backup    writes all that the services keep into FILE, as it is at one moment; they may go on meanwhile
  restore   brings an empty database to what FILE holds, all of it or nothing; services must not run

  --replace          restore: deletes first what the database holds
  --data DIR         where npm start keeps its data (.warren/data)
  --community NAME   which community of npm start; without it,
                     backup: the one that npm start runs now, or would open,
                     restore: the one that the backup is of

DATABASE_URL says which database; without it, that of npm start.`;

process.exitCode = await runProgram({ usage, read, run });

interface Command {
  readonly command: 'backup' | 'restore';
  readonly file: string;
  readonly place: Place;
  readonly replace: boolean;
}

function read(args: string[]): Command | 'help' | 'usage' {
  const { values, positionals } = parseCommandLine(args, {
    replace: { type: 'boolean' },
    data: { type: 'string' },
    community: { type: 'string' },
  });
  const [command, file, ...more] = positionals;
  if (values.help === true) {
    return 'help';
  }
  const isKnown = command === 'backup' || command === 'restore';
  if (!isKnown || file === undefined || more.length > 0) {
    return 'usage';
  }
  const place: Place = {
    data: resolve(values.data ?? usualData),
    community: values.community,
  };
  return { command, file: resolve(file), place, replace: values.replace === true };
}

async function run({ command, file, place, replace }: Command): Promise<void> {
  if (command === 'backup') {
    await backUp(file, place);
  } else {
    await restoreInto(file, place, replace);
  }
}

async function backUp(file: string, place: Place): Promise<void> {
  const services = await servicesWithTables();
  const schemas = services.map(({ schema }) => schema);
  const { rows, tables, database, community } = await withDatabaseToBackUp(
    place,
    async ({ url, community }) => dump(url, schemas, file, community),
  );
  process.stdout.write(
    `${rows} rows of ${tables} tables are in ${file}, of ${community ?? `the database ${database}`}\n`,
  );
}

async function restoreInto(file: string, place: Place, replace: boolean): Promise<void> {
  if (!existsSync(file)) {
    throw new Error(`There is no file ${file}.`);
  }
  const { DATABASE_URL, NATS_URL } = process.env;
  const services = await servicesWithTables();
  const into = async (url: string) => restore(url, services, file, { replace });
  let deleted = false;
  if (DATABASE_URL) {
    const { made_at } = await into(DATABASE_URL);
    process.stdout.write(`The database ${databaseOf(DATABASE_URL)} is what it was at ${made_at}.\n`);
  } else {
    const header = await readHeader(file);
    await rejectWhileRunning(place.data);
    await openDataFolder(place.data, { ownPostgres: true });
    const { made_at, database, community } = await withDatabaseToRestore(
      place,
      header,
      async ({ url, ...opened }) => ({ ...(await into(url)), ...opened }),
    );
    deleted = await deleteStreams(place.data, database);
    process.stdout.write(`${community} is what it was at ${made_at}.\n`);
  }
  if (!deleted || NATS_URL) {
    process.stdout.write(
      'Delete the streams EVENTS and JOBS of its NATS before the services start: their events are later than the backup.\n',
    );
  }
  const replay = `npm run -s erasures -- replay${place.data === usualData ? '' : ` --data ${shellQuoted(place.data)}`}`;
  process.stdout.write(
    `Members that were erased since are in it again: start, and replay the erasures (${replay}) before anybody reads it.\n`,
  );
}

function shellQuoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
