import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { MemberFileInvalid, readMembers } from '@warren/member-files';
import type { MemberFormat } from '@warren/contracts';
import type { Vocabulary } from '@warren/facets';
import type { Rejection } from '@warren/member-files';
import { MemberTable } from './member-table.ts';
import type { Community } from './member-table.ts';

/** A file that gives no member; the message says what to do. */
export class FileUnusable extends Error {
  override readonly name = 'FileUnusable';
}

/** Lines, or items of a JSON list, with something wrong: how many, and everything that is wrong with the first few. */
export interface WrongLines {
  count: number;
  named: { line: number; rejections: Rejection[] }[];
}

/** What came of a file. */
export interface ReadFile {
  community: Community;
  /** Members taken, analysed or not. */
  taken: number;
  /** Lines that were not taken. */
  rejected: WrongLines;
  /** Lines that were taken without some of what they say. */
  inPart: WrongLines;
  /** Lines whose empty `is_public` was read as no, since every answer to it in the file is yes. */
  silentNo: number;
  /** Lines without an answer to `is_public` in a file that has some: by them nobody is public. */
  noAnswer: number;
}

const mostNamed = 5;
const betweenNotes = 1_000;

/**
 * Reads the members of a file; `tell` hears now and then how many there are so far.
 * @throws FileUnusable where there is nothing to read
 */
export async function readFile(
  file: string,
  format: MemberFormat,
  vocabulary: Vocabulary,
  tell: (members: number) => void,
): Promise<ReadFile> {
  await checkFile(file);
  const roll = new MemberTable(vocabulary);
  const source = { open: () => createReadStream(file) };
  const rejected: WrongLines = { count: 0, named: [] };
  const inPart: WrongLines = { count: 0, named: [] };
  let silentNo = 0;
  let noAnswer = 0;
  let lines = 0;
  try {
    for await (const read of readMembers(source, format)) {
      const { taken, rejections } = roll.take(read);
      if (rejections.length > 0) note(taken ? inPart : rejected, read.line, rejections);
      if ('record' in read && read.silentNo === true) silentNo += 1;
      if ('record' in read && read.noAnswer === true) noAnswer += 1;
      lines += 1;
      if (lines % betweenNotes === 0) tell(roll.size);
    }
    if (roll.hasRepeated) {
      for await (const read of readMembers(source, format)) roll.again(read);
    }
  } catch (error) {
    if (error instanceof MemberFileInvalid) {
      throw new FileUnusable(`${file} holds no members: ${error.message}.`, { cause: error });
    }
    throw unreadable(file, error);
  }
  if (lines === 0)
    throw new FileUnusable(
      `${file} holds no members: give it at least one, with an external_id or an email.`,
    );
  return { community: roll.community(format), taken: roll.size, rejected, inPart, silentNo, noAnswer };
}

function note(lines: WrongLines, line: number, rejections: Rejection[]): void {
  lines.count += 1;
  if (lines.named.length < mostNamed) lines.named.push({ line, rejections });
}

async function checkFile(file: string): Promise<void> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new FileUnusable(`${file} is a folder: name a file in it.`);
    if (!found.isFile())
      throw new FileUnusable(`${file} is no file: save the members to one, it is read twice.`);
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
