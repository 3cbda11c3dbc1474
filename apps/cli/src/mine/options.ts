import { ColumnMapping, ColumnRole, FocusAreas, memberFormatsInWords } from '@warren/contracts';
import { miningDefaults } from '@warren/mining';
import { UsageError, parseCommandLine } from '../command-line.ts';

/** Options of `npm run mine`. */
export interface MineOptions {
  file: string;
  /** only how the file is read, without mining it */
  read: boolean;
  /** corrections of how its columns are read */
  mapping: ColumnMapping | undefined;
  json: boolean;
  /** also report what chance may explain */
  all: boolean;
  /** false discovery rate */
  q: number;
  /** focus areas; none: the whole membership */
  focus: string[];
}

/** Help text of `npm run mine`. */
export const usage = `npm run -s mine -- FILE [--read] [--mapping JSON] [--json] [--q ${miningDefaults.q}] [--focus a,b] [--all]

Finds what runs through the members of a file, without servers: groups of skills and interests that go
together more than chance explains, wishes that others can meet, and strengths.

  FILE         members as ${memberFormatsInWords}, recognised by its content and read as an
               import reads it; only public members who have not left are analysed
  --read       only how the file is read: its columns, members and facets
  --mapping M  corrections of how columns are read: {"What do you do?":"role","Notes":"ignored"}
  --json       one JSON object instead of sentences
  --q Q        share of the findings beyond chance that may be flukes, between 0 and 1 (${miningDefaults.q})
  --focus A,B  only what has to do with these labels, kinds or categories, by whole words (Python,interests)
  --all        also what enough members share but chance may explain
  --help       this text

Members are named by external_id; one without has its place in the file: "line 12", in a JSON list "item 12".
Words of your own go into files for VOCABULARY_FILE and SENSITIVE_FILE, as for the service; what members
say of health, faith, origin and the like is left out. Rejected lines and progress go to standard error. Exit code 0: done, 1: nothing could be read or found in it, 2: the command line is wrong.`;

/** Reads the command line. @throws UsageError */
export function readOptions(args: string[]): MineOptions | 'help' {
  const { values, positionals } = parseCommandLine(args, {
    json: { type: 'boolean' },
    read: { type: 'boolean' },
    mapping: { type: 'string' },
    all: { type: 'boolean' },
    q: { type: 'string' },
    focus: { type: 'string', multiple: true },
  });
  if (values.help === true) {
    return 'help';
  }
  const [file, ...more] = positionals;
  if (file === undefined) {
    throw new UsageError('Name a file of members.');
  }
  if (more.length > 0) {
    throw new UsageError(`Name one file, not ${positionals.length}: ${positionals.join(', ')}.`);
  }
  const q = Number(values.q ?? miningDefaults.q);
  if (!(q > 0 && q < 1)) {
    throw new UsageError(
      `--q takes a number above 0 and below 1, such as ${miningDefaults.q}, not "${values.q ?? ''}".`,
    );
  }
  return {
    file,
    read: values.read === true,
    mapping: mappingOf(values.mapping),
    json: values.json === true,
    all: values.all === true,
    q,
    focus: areas(values.focus),
  };
}

function mappingOf(given: string | undefined): ColumnMapping | undefined {
  if (given === undefined) {
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    value = undefined;
  }
  const parsed = ColumnMapping.safeParse(value);
  if (!parsed.success) {
    throw new UsageError(
      `--mapping takes a JSON object from columns to roles, such as '{"What do you do?":"role","Chess":{"role":"interests","option":"Chess"}}'; roles are ${ColumnRole.options.join(', ')}.`,
    );
  }
  return parsed.data;
}

function areas(given: readonly string[] | undefined): string[] {
  if (given === undefined) {
    return [];
  }
  const named = given
    .flatMap((list) => list.split(','))
    .map((area) => area.trim())
    .filter((area) => area !== '');
  const parsed = FocusAreas.safeParse(named);
  if (named.length === 0 || !parsed.success) {
    throw new UsageError('--focus takes 1 to 20 areas of at most 100 characters, with commas between them.');
  }
  return parsed.data;
}
