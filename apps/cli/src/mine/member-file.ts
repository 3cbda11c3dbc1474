import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import type { ColumnMapping, ReadingReport } from '@warren/contracts';
import type { Vocabulary } from '@warren/facets';
import { MemberFileInvalid, readMembersOnce } from '@warren/member-files';
import type { ReadMember, Reading, RejectedMember, Rejection } from '@warren/member-files';
import { MemberTable } from './member-table.ts';
import type { Community } from './member-table.ts';

/** The file yields no members; the message says what to do. */
export class FileUnusable extends Error {
  override readonly name = 'FileUnusable';
}

/** A reason for which rows, or values in them, were not taken. */
export interface Rejected {
  /** Field whose value was not taken; `line` for a whole row. */
  field: string;
  reason: string;
  /** Number of rows. */
  count: number;
  /** Places of the first of them. */
  places: number[];
}

/** Result of reading a file. */
export interface ReadFile {
  /** How the file was read. */
  report: ReadingReport;
  /** Word for a place in the file. */
  position: Reading['position'];
  community: Community;
  /** Members accepted, analysed or not. */
  members: number;
  /** Rows that are about no member, by reason. */
  rejected: Rejected[];
  /** Values that could not be used, of members who were taken, by reason. */
  without: Rejected[];
  /** Members whose empty consent was read as no, since every answer in the file is yes. */
  silentNo: number;
  /** Members without an answer about being public in a file that has some. */
  noAnswer: number;
}

const mostReasons = 1_000;
const mostPlaces = 1_000;
/** Members between two reports of progress. */
const progressInterval = 1_000;

/**
 * Reads the members of a file; `onProgress` receives their number from time to time.
 * @throws FileUnusable if there is nothing to read
 */
export async function readFile(
  file: string,
  mapping: ColumnMapping | undefined,
  vocabulary: Vocabulary,
  onProgress: (members: number) => void,
): Promise<ReadFile> {
  await checkFile(file);
  try {
    const source = { open: () => createReadStream(file) };
    const first = await readMembersOnce(source, async () => Promise.resolve(mapping));
    const read = await readAll(first.members(), new MemberTable(vocabulary), onProgress);
    const { reading, isRight } = first.end();
    return result(
      reading,
      isRight ? read : await readAll(reading.members(), new MemberTable(vocabulary), onProgress),
    );
  } catch (error) {
    if (error instanceof MemberFileInvalid) {
      throw new FileUnusable(`${file} holds no members: ${error.message}.`, { cause: error });
    }
    throw unreadable(file, error);
  }
}

/** Members of a file, and what was not taken of it. */
interface ReadAll {
  table: MemberTable;
  rejected: RejectedRows;
  without: RejectedRows;
  empty: Record<ReadMember['emptyConsent'], number>;
}

async function readAll(
  members: AsyncIterable<(ReadMember | RejectedMember)[]>,
  table: MemberTable,
  onProgress: (members: number) => void,
): Promise<ReadAll> {
  const read = {
    table,
    rejected: new RejectedRows(),
    without: new RejectedRows(),
    empty: { none: 0, 'silent no': 0, 'no answer': 0 },
  };
  let told = 0;
  for await (const batch of members) {
    for (const one of batch) {
      if ('rejected' in one) {
        read.rejected.add(one.line, one.rejected);
        continue;
      }
      table.add(one);
      read.without.add(one.line, one.without);
      read.empty[one.emptyConsent] += 1;
    }
    if (table.size >= told + progressInterval) {
      told = table.size;
      onProgress(table.size);
    }
  }
  return read;
}

function result({ report, position }: Reading, { table, rejected, without, empty }: ReadAll): ReadFile {
  return {
    report,
    position,
    community: table.community(position),
    members: table.size,
    rejected: rejected.list(),
    without: without.list(),
    silentNo: empty['silent no'],
    noAnswer: empty['no answer'],
  };
}

/** Collects what was not taken, by reason. */
class RejectedRows {
  private readonly byReason = new Map<string, Rejected>();

  add(line: number, rejections: readonly Rejection[]): void {
    for (const { field, reason } of rejections) {
      const key = `${field}: ${reason}`;
      const known = this.byReason.get(key);
      if (known !== undefined) {
        known.count += 1;
        if (known.places.length < mostPlaces) {
          known.places.push(line);
        }
      } else if (this.byReason.size < mostReasons) {
        this.byReason.set(key, { field, reason, count: 1, places: [line] });
      }
    }
  }

  list(): Rejected[] {
    return [...this.byReason.values()];
  }
}

async function checkFile(file: string): Promise<void> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) {
      throw new FileUnusable(`${file} is a folder: name a file in it.`);
    }
    if (!found.isFile()) {
      throw new FileUnusable(`${file} is no file: save the members to one, it is read twice.`);
    }
    await access(file, constants.R_OK);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileUnusable(`There is no file ${file}: check the path.`, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new FileUnusable(`${file} may not be read: change its permissions (chmod +r).`, {
        cause: error,
      });
    default:
      return error;
  }
}
