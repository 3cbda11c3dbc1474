import { parseMember } from '@warren/member-files';
import type { ReadLine, Rejection } from '@warren/member-files';
import type { RequestInput } from '@warren/contracts';

/** A member on its way to the member service, with its line in the file. */
export type Row = RequestInput<'members.import'>['rows'][number];

/** A line that is not taken: why, and whose it is as far as that can be read. */
export interface RefusedLine {
  line: number;
  rejections: Rejection[];
  externalId: string | null;
}

const mostRows = 500;
// one message carries 1 MB; the rows of a batch share half of it, a row alone may have most of it
const mostBytes = 400_000;
const largestRow = 800_000;

/** What is noted of lines while they are read. */
export interface LineNotes {
  /** A line that is not taken. */
  refuse: (refused: RefusedLine) => void;
  /** A line that is taken without what these fields of it say. */
  takeWithout: (line: number, rejections: Rejection[]) => void;
  /** A line whose empty `is_public` says no. */
  silentNo: (line: number) => void;
  /** A line without an answer to `is_public` in a file that has some. */
  noAnswer: (line: number) => void;
}

/** The members of a file in batches that fit a message each; what is not taken goes to `notes`. */
export async function* batchesOf(lines: AsyncIterable<ReadLine>, notes: LineNotes): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  let bytes = 0;
  for await (const read of lines) {
    const row = rowOf(read, notes);
    if ('rejections' in row) {
      notes.refuse(row);
      continue;
    }
    const size = Buffer.byteLength(JSON.stringify(row));
    if (size > largestRow) {
      const reason = `takes ${Math.ceil(size / 1000)} kB; at most ${largestRow / 1000} kB are taken: shorten it`;
      notes.refuse({
        line: row.line,
        rejections: [{ field: 'line', reason }],
        externalId: row.member.external_id ?? null,
      });
      continue;
    }
    if (rows.length === mostRows || (rows.length > 0 && bytes + size > mostBytes)) {
      yield rows;
      rows = [];
      bytes = 0;
    }
    rows.push(row);
    bytes += size;
  }
  if (rows.length > 0) {
    yield rows;
  }
}

function rowOf(read: ReadLine, notes: LineNotes): Row | RefusedLine {
  if ('rejected' in read) {
    return { line: read.line, rejections: [read.rejected], externalId: null };
  }
  const parsed = parseMember(read.record, read);
  if ('rejected' in parsed) {
    return { line: read.line, rejections: parsed.rejected, externalId: null };
  }
  if (parsed.without.length > 0) {
    notes.takeWithout(read.line, parsed.without);
  }
  if (read.silentNo === true) {
    notes.silentNo(read.line);
  }
  if (read.noAnswer === true) {
    notes.noAnswer(read.line);
  }
  const { member, line } = parsed;
  const isPrivateIfNew = !member.is_public && line.is_public === undefined;
  return { line: read.line, member: line, ...(isPrivateIfNew ? { private_if_new: true } : {}) };
}
