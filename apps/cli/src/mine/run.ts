import { once } from 'node:events';
import { styleText } from 'node:util';
import { loadSensitiveWords, loadVocabulary } from '@warren/facets';
import { analyse, focusOf } from './analysis.ts';
import { jsonOf } from './json.ts';
import { FileUnusable, readFile } from './members/member-file.ts';
import type { MineOptions } from './options.ts';
import { Progress } from './progress.ts';
import { readingJson, readingNotes, readingTable } from './reading.ts';
import { reportOf } from './report.ts';
import { printable } from './wrap-text.ts';

/** Streams of the program: the result goes to `out`, all else to `err`. */
export interface Streams {
  out: Terminal;
  err: Terminal;
}
/** A terminal such as `process.stdout`, or any other stream. */
type Terminal = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** Files of the operator’s own words. */
export interface OwnWords {
  vocabularyFile: string | undefined;
  sensitiveFile: string | undefined;
}

const minWidth = 60;
const maxWidth = 120;
/** Width of a line if the output is no terminal. */
const defaultWidth = 100;

/** Reads the file, mines it and prints what was found. @throws FileUnusable | FocusUnknown */
export async function run(
  options: MineOptions,
  { vocabularyFile, sensitiveFile }: OwnWords,
  streams: Streams,
): Promise<void> {
  const { file, json, q, all } = options;
  const { out, err } = streams;
  const progress = new Progress(err);
  const vocabulary = await loadVocabulary(vocabularyFile);
  const sensitive = await loadSensitiveWords(sensitiveFile);
  const read = await readFile(file, {
    mapping: options.mapping,
    vocabulary,
    vocabularyFile,
    sensitive,
    sensitiveFile,
    onProgress: (members) => {
      progress.reading(file, members);
    },
  });
  const { community, position } = read;
  progress.read(file, read.members);
  const width = out.isTTY
    ? Math.min(maxWidth, Math.max(minWidth, out.columns || defaultWidth))
    : defaultWidth;
  const bold = (text: string): string => styleText('bold', text, { stream: out });
  if (options.read) {
    await write(out, json ? [readingJson(read)] : readingTable(read, { file, width, bold }));
    return;
  }
  err.write(readingNotes(read));
  if (read.members === 0) {
    throw new FileUnusable(`${file}: no ${position} could be taken.`);
  }
  const focused = focusOf(options.focus, community, vocabulary);
  for (const line of focused?.unknown ?? []) {
    err.write(`${printable(line)}\n`);
  }
  const result = progress.mining(community.membership.ids.length, () =>
    analyse(community, focused?.focus, { ...options, people: vocabulary.people() }),
  );
  const text = json ? jsonOf(result, community) : reportOf(result, read, { file, q, all, width, bold });
  await write(out, text);
}

async function write(out: Terminal, text: Iterable<string>): Promise<void> {
  for (const piece of text) {
    if (!out.write(piece)) {
      await once(out, 'drain');
    }
  }
}
