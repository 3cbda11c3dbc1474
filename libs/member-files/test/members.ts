import type { ColumnMapping, MemberLine, ReadingReport } from '@warren/contracts';
import { openMembers } from '../src/index.ts';
import type { ReadMember, RejectedMember } from '../src/index.ts';
import { sourceInPieces } from './tables.ts';

/** A file with all its members. */
export interface ReadFile {
  report: ReadingReport;
  read: ReadMember[];
  members: MemberLine[];
  rejected: RejectedMember[];
  /** What could not be used of the members, as "line field reason". */
  without: string[];
}

/** Reads all members of a content, in pieces of `size` bytes, so that lines and characters are split. */
export async function readFile(
  content: string | Uint8Array,
  { mapping, size = content.length > 20_000 ? 65_536 : 7 }: { mapping?: ColumnMapping; size?: number } = {},
): Promise<ReadFile> {
  const reading = await openMembers(sourceInPieces(content, size), async () => Promise.resolve(mapping));
  const read: ReadMember[] = [];
  const rejected: RejectedMember[] = [];
  for await (const batch of reading.members()) {
    for (const each of batch) {
      if ('member' in each) {
        read.push(each);
      } else {
        rejected.push(each);
      }
    }
  }
  return {
    report: reading.report,
    read,
    members: read.map(({ member }) => member),
    rejected,
    without: read.flatMap(({ line, without }) =>
      without.map(({ field, reason }) => `${line} ${field} ${reason}`),
    ),
  };
}

/** Reads the members of records, as a JSON list. */
export async function readRecords(...records: object[]): Promise<ReadFile> {
  return readFile(JSON.stringify(records));
}
