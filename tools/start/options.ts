import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { communityName, usualData } from '@warren/servers';

/** Options of `npm start`. */
export interface StartOptions {
  /** `list` and `start-over` end once that is done */
  mode: 'start' | 'list' | 'start-over';
  /** file of members to import; unchanged members stay as they are */
  members: string | undefined;
  /** name of the community, by --community or COMMUNITY_NAME */
  community: string | undefined;
  /** new name of the community */
  rename: string | undefined;
  /** with `start-over`: the name that confirms it; undefined asks for it */
  confirmed: string | undefined;
  once: boolean;
  /** lets nobody in without a link or a token, as others use this machine too */
  login: boolean;
  json: boolean;
  /** 8000 unless named; a named port must be free */
  port: number;
  portNamed: boolean;
  /** where PostgreSQL and JetStream keep their data */
  data: string;
}

/** Help text of `npm start`. */
export const usage = `npm start -- [--community NAME] [--members FILE] [--once [--json]] [--login] [--port N] [--data DIR]
npm start -- --list | --rename NAME | --start-over [NAME]

  --members FILE    members to import, into the same community as before whatever the file's name
  --community NAME  the community to open or begin; without it, the one used last,
                    and the made-up sample where there is none yet
  --list            prints the communities kept here
  --rename NAME     gives the community another name, then starts
  --start-over NAME deletes the community, its patterns and their history, once its name confirms it;
                    with --members FILE it begins anew with those
  --once            exit with code 0 after the patterns are printed
  --json            with --once: standard output is only {"patterns":[…]}
  --login           lets in only who opens the link that it prints, for a machine that others use too
  --port N          port of page and API (8000)
  --data DIR        where data is kept (.warren/data)

DATABASE_URL and NATS_URL make it use those servers instead of its own; COMMUNITY_NAME is the default of --community.`;

/** A mistake on the command line; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the command line. @throws UsageError */
export function readOptions(args: string[], env: NodeJS.ProcessEnv = process.env): StartOptions | 'help' {
  const { values, positionals } = parse(args);
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
  const startOver = values['start-over'] === true;
  const [confirmed, ...more] = positionals;
  const unknown = startOver ? more[0] : confirmed;
  if (unknown !== undefined) {
    throw new UsageError(`"${unknown}" belongs to no option: put a name that has spaces into quotes.`);
  }
  if ([startOver, values.list, values.rename !== undefined].filter((mode) => mode === true).length > 1) {
    throw new UsageError('--list, --rename and --start-over go one at a time.');
  }
  return {
    mode: startOver ? 'start-over' : values.list === true ? 'list' : 'start',
    members: values.members === undefined ? undefined : membersFile(values.members),
    community: nameOf(values.community ?? (env['COMMUNITY_NAME'] || undefined)),
    rename: nameOf(values.rename),
    confirmed: startOver ? confirmed : undefined,
    once: values.once === true,
    login: values.login === true,
    json: values.json === true,
    port,
    portNamed: values.port !== undefined,
    data: resolve(values.data ?? usualData),
  };
}

/** Its content says of which format it is: whatever its ending, the gateway reads it or says why not. */
function membersFile(given: string): string {
  const file = resolve(given);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new UsageError(`There is no file ${file}.`);
  }
  if (found.isDirectory()) {
    throw new UsageError(`${file} is a folder: name the file in it that has the members.`);
  }
  return file;
}

function nameOf(given: string | undefined): string | undefined {
  try {
    return given === undefined ? undefined : communityName(given);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args: args.flatMap((each) =>
        each.startsWith('--start-over=') ? ['--start-over', each.slice('--start-over='.length)] : [each],
      ),
      allowPositionals: true,
      options: {
        members: { type: 'string' },
        community: { type: 'string' },
        rename: { type: 'string' },
        list: { type: 'boolean' },
        'start-over': { type: 'boolean' },
        once: { type: 'boolean' },
        login: { type: 'boolean' },
        json: { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
