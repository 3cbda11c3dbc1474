import { parseMember } from '@warren/profiles/readers';
import type { ReadLine, Rejection } from '@warren/profiles/readers';
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

/** The members of a file in batches that fit a message each; what is not taken goes to `refuse`. */
export async function* batchesOf(
  lines: AsyncIterable<ReadLine>,
  refuse: (refused: RefusedLine) => void,
): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  let bytes = 0;
  for await (const read of lines) {
    const row = rowOf(read);
    if ('rejections' in row) {
      refuse(row);
      continue;
    }
    const size = Buffer.byteLength(JSON.stringify(row));
    if (size > largestRow) {
      const reason = `takes ${Math.ceil(size / 1000)} kB; at most ${largestRow / 1000} kB are taken: shorten it`;
      refuse({
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

function rowOf(read: ReadLine): Row | RefusedLine {
  if ('rejected' in read) {
    return { line: read.line, rejections: [read.rejected], externalId: null };
  }
  const parsed = parseMember(read.record);
  return 'member' in parsed
    ? { line: read.line, member: parsed.member }
    : { line: read.line, rejections: parsed.rejected, externalId: externalIdOf(read.record) };
}

/** The external id of a record that has something else wrong with it, under whatever name it stands. */
export function externalIdOf(record: Record<string, unknown>): string | null {
  const names = Object.keys(record).sort((a, b) => Number(b === 'external_id') - Number(a === 'external_id'));
  for (const name of names.slice(0, 200)) {
    const alone = parseMember({ [name]: record[name] });
    if ('member' in alone && alone.member.external_id !== null) {
      return alone.member.external_id;
    }
  }
  return null;
}
