import { once } from 'node:events';
import { styleText } from 'node:util';
import { memberFormats } from '@warren/contracts';
import { loadVocabulary } from '@warren/facets';
import { analyse, focusOf } from './analysis.ts';
import { jsonOf } from './json.ts';
import { FileUnusable, readFile } from './member-file.ts';
import type { InvalidLines } from './member-file.ts';
import { plural } from './numbers.ts';
import type { MineOptions } from './options.ts';
import { Progress } from './progress.ts';
import { reportOf } from './report.ts';
import { printable } from './wrap-text.ts';

/** Streams of the program: the result goes to `out`, all else to `err`. */
export interface Streams {
  out: Terminal;
  err: Terminal;
}
/** A terminal such as `process.stdout`, or any other stream. */
type Terminal = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

const minWidth = 60;
const maxWidth = 120;
/** Width of a line if the output is no terminal. */
const defaultWidth = 100;

/** Reads the file, mines it and prints what was found. @throws FileUnusable | FocusUnknown */
export async function run(
  options: MineOptions,
  vocabularyFile: string | undefined,
  streams: Streams,
): Promise<void> {
  const { file, format, json, q, all } = options;
  const { out, err } = streams;
  const progress = new Progress(err);
  const vocabulary = await loadVocabulary(vocabularyFile);
  const place = memberFormats[format].position;
  const read = await readFile(file, format, vocabulary, (members) => progress.reading(file, members));
  const { community, taken } = read;
  progress.read(file, taken);
  err.write(invalidLines(read.rejected, place, 'could not be taken'));
  err.write(invalidLines(read.inPart, place, 'taken in part, without what could not be used'));
  if (read.silentNo > 0) {
    const members = plural(read.silentNo, 'member');
    err.write(`${members} counted as not public: every answer in that column is yes, and theirs is empty.\n`);
  }
  if (read.noAnswer > 0) {
    const what = plural(read.noAnswer, place);
    err.write(`${what} without an answer in the column that says who is public: they make nobody public.\n`);
  }
  if (taken === 0) {
    throw new FileUnusable(`${file}: no ${place} could be taken.`);
  }
  const focused = focusOf(options.focus, community, vocabulary);
  for (const line of focused?.unknown ?? []) {
    err.write(`${printable(line)}\n`);
  }
  const result = progress.mining(community.membership.ids.length, () =>
    analyse(community, focused?.focus, options),
  );
  const width = out.isTTY
    ? Math.min(maxWidth, Math.max(minWidth, out.columns || defaultWidth))
    : defaultWidth;
  const bold = (text: string): string => styleText('bold', text, { stream: out });
  const text = json ? jsonOf(result, community) : reportOf(result, community, { file, q, all, width, bold });
  for (const piece of text) {
    if (!out.write(piece)) {
      await once(out, 'drain');
    }
  }
}

function invalidLines({ count, named }: InvalidLines, place: 'line' | 'item', what: string): string {
  if (count === 0) {
    return '';
  }
  const lines = [`${plural(count, place)} ${what}:`];
  for (const { line, rejections } of named) {
    for (const { field, reason } of rejections) {
      lines.push(printable(`${place} ${line}${field === 'line' ? '' : `, ${field}`}: ${reason}`));
    }
  }
  if (count > named.length) {
    lines.push(`and ${plural(count - named.length, `more ${place}`)}`);
  }
  return `${lines.join('\n  ')}\n`;
}
