import type { RequestInput } from '@warren/contracts';
import type { ReadMember, RejectedMember, Rejection } from '@warren/member-files';

/** A member as sent to the member service, with its line in the file. */
export type Row = RequestInput<'members.import'>['rows'][number];

/** Rejection of a whole line: the reasons, and the external id if it could be read. */
export interface LineRejection {
  line: number;
  rejections: Rejection[];
  externalId: string | null;
}

const maxRows = 500;
// one message carries 1 MB; the rows of a batch share half of it, a row alone may have most of it
const maxBytes = 400_000;
const maxRowBytes = 800_000;
const mostOtherEmails = 20;

/** Callbacks for lines with something to report, while they are read. */
export interface LineNotes {
  /** A line is rejected. */
  reject: (rejection: LineRejection) => void;
  /** A line is accepted without these fields. */
  acceptWithout: (line: number, rejections: Rejection[]) => void;
  /** The empty `is_public` of a line is read as no. */
  silentNo: (line: number) => void;
  /** The `is_public` of a line is empty in a file that has other answers. */
  noAnswer: (line: number) => void;
}

/** Groups the members of a file into batches that fit a message each; rejections go to `notes`. */
export async function* batchesOf(
  members: AsyncIterable<readonly (ReadMember | RejectedMember)[]>,
  notes: LineNotes,
): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  let bytes = 0;
  for await (const read of members) {
    for (const one of read) {
      if ('rejected' in one) {
        notes.reject({ line: one.line, rejections: one.rejected, externalId: one.externalId });
        continue;
      }
      const row = rowOf(one, notes);
      const size = Buffer.byteLength(JSON.stringify(row));
      if (size > maxRowBytes) {
        const reason = `takes ${Math.ceil(size / 1000)} kB; at most ${maxRowBytes / 1000} kB are taken: shorten it`;
        notes.reject({
          line: row.line,
          rejections: [{ field: 'line', reason }],
          externalId: row.member.external_id ?? null,
        });
        continue;
      }
      if (rows.length === maxRows || (rows.length > 0 && bytes + size > maxBytes)) {
        yield rows;
        rows = [];
        bytes = 0;
      }
      rows.push(row);
      bytes += size;
    }
  }
  if (rows.length > 0) {
    yield rows;
  }
}

function rowOf(read: ReadMember, notes: LineNotes): Row {
  const { line, member, without, emptyConsent, isPrivateIfNew, otherEmails } = read;
  if (without.length > 0) {
    notes.acceptWithout(line, without);
  }
  if (emptyConsent === 'silent no') {
    notes.silentNo(line);
  } else if (emptyConsent === 'no answer') {
    notes.noAnswer(line);
  }
  return {
    line,
    member,
    ...(isPrivateIfNew ? { private_if_new: true } : {}),
    ...(otherEmails.length === 0
      ? {}
      : { other_emails: [...new Set(otherEmails)].slice(0, mostOtherEmails) }),
  };
}
