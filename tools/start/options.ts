import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatOfFileName, memberEndings, memberEndingsInWords } from '@warren/contracts';
import { databaseFor } from '@warren/servers';

/** Options of `npm start`. */
export interface StartOptions {
  /** file of members; the sample where none is named */
  members: string;
  /** a named file is imported at every start; unchanged members stay as they are */
  membersNamed: boolean;
  /** name of the database that belongs to this file, so that communities do not mix */
  database: string;
  once: boolean;
  json: boolean;
  /** 8000 unless named; a named port must be free */
  port: number;
  portNamed: boolean;
  /** where PostgreSQL and JetStream keep their data */
  data: string;
}

/** Help text of `npm start`. */
export const usage = `npm start -- [--members FILE] [--once [--json]] [--port N] [--data DIR]

  --members FILE   members to import: ${memberEndingsInWords};
                   each file has a database of its own
  --once           exit with code 0 after the patterns are printed
  --json           with --once: standard output is only {"patterns":[…]}
  --port N         port of page and API (8000)
  --data DIR       where data is kept (.warren/data)

DATABASE_URL and NATS_URL make it use those servers instead of its own.`;

/** A mistake on the command line; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the command line. @throws UsageError */
export function readOptions(args: string[], root: string): StartOptions | 'help' {
  const values = parse(args);
  if (values.help === true) {
    return 'help';
  }
  if (values.json === true && values.once !== true) {
    throw new UsageError('--json goes with --once.');
  }
  const port = Number(values.port ?? 8000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UsageError(`--port takes a number from 1 to 65535, not "${values.port ?? ''}".`);
  }
  const sample = resolve(root, 'samples/brindlewick.ndjson');
  const members = values.members === undefined ? sample : resolve(values.members);
  if (!existsSync(members)) {
    throw new UsageError(`There is no file ${members}.`);
  }
  if (formatOfFileName(members) === undefined) {
    throw new UsageError(`${members} has none of the endings ${memberEndings.join(', ')}: rename it.`);
  }
  return {
    members,
    membersNamed: values.members !== undefined,
    database: databaseFor(members),
    once: values.once === true,
    json: values.json === true,
    port,
    portNamed: values.port !== undefined,
    data: resolve(values.data ?? resolve(root, '.warren/data')),
  };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        members: { type: 'string' },
        once: { type: 'boolean' },
        json: { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
