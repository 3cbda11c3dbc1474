import type { Readable } from 'node:stream';
import { longestRecord } from './source.ts';
import { textOf } from './text.ts';

/** A physical line without its line ending; `text` is null if the line was too long to keep. */
export interface Line {
  number: number;
  text: string | null;
}

/** Reads the physical lines of a file (LF, CRLF or CR), holding at most one longest line in memory. */
export async function* linesOf(stream: Readable): AsyncGenerator<Line, undefined> {
  let number = 1;
  let open = '';
  let tooLong = false;
  for await (const piece of withLineFeeds(textOf(stream))) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      const text = open + piece.slice(start, end);
      yield { number, text: tooLong || text.length > longestRecord ? null : withoutCarriageReturn(text) };
      number += 1;
      open = '';
      tooLong = false;
      start = end + 1;
    }
    if (tooLong) {
      continue;
    }
    open += piece.slice(start);
    if (open.length > longestRecord) {
      open = '';
      tooLong = true;
    }
  }
  if (tooLong) {
    yield { number, text: null };
  } else if (open !== '') {
    yield { number, text: withoutCarriageReturn(open) };
  }
}

/**
 * Replaces lone CR line endings, as older spreadsheets on the Mac write them, by LF. The first line ending decides: a CR
 * within a line of any other file is not a line ending.
 */
async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let endsInCr: boolean | undefined;
  let open = '';
  for await (const piece of pieces) {
    let text = open + piece;
    open = '';
    if (endsInCr !== false && text.endsWith('\r')) {
      open = '\r';
      text = text.slice(0, -1);
    }
    const end = endsInCr === undefined ? /\r\n?|\n/.exec(text)?.[0] : undefined;
    if (end !== undefined) {
      endsInCr = end === '\r';
    }
    if (text !== '') {
      yield endsInCr === true ? text.replaceAll(/\r\n?/g, '\n') : text;
    }
  }
  if (open !== '') {
    yield endsInCr === false ? open : '\n';
  }
}

/** Cursor over lines; lines can be put back and are then read again. */
export class LineCursor {
  private readonly lines: AsyncGenerator<Line, undefined>;
  private readonly back: Line[] = [];

  constructor(stream: Readable) {
    this.lines = linesOf(stream);
  }

  /** The next line, or undefined at the end of the file. */
  async next(): Promise<Line | undefined> {
    const line = this.back.pop();
    if (line !== undefined) {
      return line;
    }
    const read = await this.lines.next();
    return read.done === true ? undefined : read.value;
  }

  /** Puts lines back, in the order they were read. */
  putBack(lines: readonly Line[]): void {
    this.back.push(...lines.toReversed());
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.lines.return(undefined);
  }
}

function withoutCarriageReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
