import { FocusAreas, formatOfFileName, memberEndings, memberEndingsInWords } from '@warren/contracts';
import type { MemberFormat } from '@warren/contracts';
import { miningDefaults } from '@warren/mining';
import { UsageError, parseCommandLine } from '../command-line.ts';

/** Options of `npm run mine`. */
export interface MineOptions {
  file: string;
  format: MemberFormat;
  json: boolean;
  /** also report what chance may explain */
  all: boolean;
  /** false discovery rate */
  q: number;
  /** focus areas; none: the whole membership */
  focus: string[];
}

/** Help text of `npm run mine`. */
export const usage = `npm run -s mine -- FILE [--json] [--q ${miningDefaults.q}] [--focus a,b] [--all]

Finds what runs through the members of a file, without servers: groups of skills and interests that go
together more than chance explains, wishes that others can meet, and strengths.

  FILE         members as ${memberEndingsInWords},
               read as an import reads them; only public members who have not left are analysed
  --json       one JSON object instead of sentences
  --q Q        share of the findings beyond chance that may be flukes, between 0 and 1 (${miningDefaults.q})
  --focus A,B  only what has to do with these labels, kinds or categories, by whole words (Python,interests)
  --all        also what enough members share but chance may explain
  --help       this text

Members are named by external_id; one without has its place in the file: "line 12", in a JSON list "item 12".
Words of your own go into a file for VOCABULARY_FILE, as for the service. Rejected lines and progress go
to standard error. Exit code 0: done, 1: nothing could be read or found in it, 2: the command line is wrong.`;

/** Reads the command line. @throws UsageError */
export function readOptions(args: string[]): MineOptions | 'help' {
  const { values, positionals } = parseCommandLine(args, {
    json: { type: 'boolean' },
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
  const format = formatOfFileName(file);
  if (format === undefined) {
    throw new UsageError(`${file} has none of the endings ${memberEndings.join(', ')}: rename it.`);
  }
  const q = Number(values.q ?? miningDefaults.q);
  if (!(q > 0 && q < 1)) {
    throw new UsageError(
      `--q takes a number above 0 and below 1, such as ${miningDefaults.q}, not "${values.q ?? ''}".`,
    );
  }
  return {
    file,
    format,
    json: values.json === true,
    all: values.all === true,
    q,
    focus: areas(values.focus),
  };
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
