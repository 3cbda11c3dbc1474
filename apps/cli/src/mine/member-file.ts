import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import type { MemberFormat } from '@warren/contracts';
import type { Vocabulary } from '@warren/facets';
import { MemberFileInvalid, readMembers } from '@warren/member-files';
import type { Rejection } from '@warren/member-files';
import { MemberTable } from './member-table.ts';
import type { Community } from './member-table.ts';

/** The file yields no members; the message says what to do. */
export class FileUnusable extends Error {
  override readonly name = 'FileUnusable';
}

/** Lines, or items of a JSON list, with errors: their number, and all errors of the first few. */
export interface InvalidLines {
  count: number;
  named: { line: number; rejections: Rejection[] }[];
}

/** Result of reading a file. */
interface ReadFile {
  community: Community;
  /** Members accepted, analysed or not. */
  taken: number;
  /** Lines that were rejected. */
  rejected: InvalidLines;
  /** Lines that were accepted without some of their fields. */
  inPart: InvalidLines;
  /** Lines whose empty `is_public` was read as no, since every value of it in the file is yes. */
  silentNo: number;
  /** Lines without a value of `is_public` in a file that has some: they make nobody public. */
  noAnswer: number;
}

const maxNamed = 5;
/** Lines between two reports of progress. */
const progressInterval = 1_000;

/**
 * Reads the members of a file; `onProgress` receives their number from time to time.
 * @throws FileUnusable if there is nothing to read
 */
export async function readFile(
  file: string,
  format: MemberFormat,
  vocabulary: Vocabulary,
  onProgress: (members: number) => void,
): Promise<ReadFile> {
  await checkFile(file);
  const table = new MemberTable(vocabulary);
  const source = { open: () => createReadStream(file) };
  const rejected: InvalidLines = { count: 0, named: [] };
  const inPart: InvalidLines = { count: 0, named: [] };
  let silentNo = 0;
  let noAnswer = 0;
  let lines = 0;
  try {
    for await (const read of readMembers(source, format)) {
      const { taken, rejections } = table.take(read);
      if (rejections.length > 0) {
        note(taken ? inPart : rejected, read.line, rejections);
      }
      if ('record' in read && read.silentNo === true) {
        silentNo += 1;
      }
      if ('record' in read && read.noAnswer === true) {
        noAnswer += 1;
      }
      lines += 1;
      if (lines % progressInterval === 0) {
        onProgress(table.size);
      }
    }
    if (table.hasRepeated) {
      for await (const read of readMembers(source, format)) {
        table.again(read);
      }
    }
  } catch (error) {
    if (error instanceof MemberFileInvalid) {
      throw new FileUnusable(`${file} holds no members: ${error.message}.`, { cause: error });
    }
    throw unreadable(file, error);
  }
  if (lines === 0) {
    throw new FileUnusable(
      `${file} holds no members: give it at least one, with an external_id or an email.`,
    );
  }
  return { community: table.community(format), taken: table.size, rejected, inPart, silentNo, noAnswer };
}

function note(lines: InvalidLines, line: number, rejections: Rejection[]): void {
  lines.count += 1;
  if (lines.named.length < maxNamed) {
    lines.named.push({ line, rejections });
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
