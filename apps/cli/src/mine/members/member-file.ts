import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { ColumnMapping, ReadingReport } from '@warren/contracts';
import type { SensitiveWords, Vocabulary } from '@warren/facets';
import { MemberFileInvalid, openInParts, openMembers } from '@warren/member-files';
import type { MemberSource, Reading } from '@warren/member-files';
import type { KeptOutCounts } from './kept-out.ts';
import { MemberTable } from './member-table.ts';
import type { Community } from './member-table.ts';
import { PartTable } from './part-table.ts';
import { ReaderThread } from './reader-thread.ts';
import { Reader } from './reader.ts';
import type { PartRead } from './reader.ts';
import type { Rejected } from './rejected-rows.ts';

/** The file yields no members; the message says what to do. */
export class FileUnusable extends Error {
  override readonly name = 'FileUnusable';
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
  /** Different labels that were left out since they are sensitive. */
  sensitive: KeptOutCounts;
  /** Members who list neither skills nor interests, and of whom texts say something. */
  writers: number;
  /** Members whose empty consent was read as no, since every answer in the file is yes. */
  silentNo: number;
  /** Members without an answer about being public in a file that has some. */
  noAnswer: number;
}

/** Bytes from which on starting threads takes less time than they save. */
const largeFile = 8_000_000;
/** Bytes read at once: small pieces cost a detour through the system each. */
const pieceSize = 262_144;

/** Beyond so many threads the one that splits the file into rows is what takes the time. */
const mostThreads = 3;
/** Parts that are read, or wait for one before them, at once. */
const mostInFlight = 16;

/** How a file is read. */
export interface ReadingOptions {
  mapping: ColumnMapping | undefined;
  vocabulary: Vocabulary;
  /** File of the vocabulary, for other threads; undefined for the built-in one. */
  vocabularyFile: string | undefined;
  /** What is left out, and its file. */
  sensitive: SensitiveWords;
  sensitiveFile: string | undefined;
  /** Receives the number of members from time to time. */
  onProgress: (members: number) => void;
  /** Threads that read beside this one; unless it is given, as many as a large file takes. */
  threads?: number;
}

/**
 * Reads the members of a file.
 * @throws FileUnusable if there is nothing to read
 */
export async function readFile(file: string, options: ReadingOptions): Promise<ReadFile> {
  const size = await checkFile(file);
  try {
    const source = { open: () => createReadStream(file, { highWaterMark: pieceSize }) };
    const mappingOf = async () => Promise.resolve(options.mapping);
    const threads =
      options.threads ?? (size < largeFile ? 0 : Math.min(mostThreads, availableParallelism() - 1));
    const inParts = threads > 0 ? await readOnThreads(source, mappingOf, options, threads) : undefined;
    const { reading, table } = inParts ?? (await readHere(source, mappingOf, options));
    return result(reading, table);
  } catch (error) {
    if (error instanceof MemberFileInvalid) {
      throw new FileUnusable(`${file} holds no members: ${error.message}.`, { cause: error });
    }
    throw unreadable(file, error);
  }
}

interface Members {
  reading: Reading;
  table: MemberTable;
}

type MappingOf = () => Promise<ColumnMapping | undefined>;

/**
 * Reads on this thread and on others; undefined where members have several rows, or the like, for which all rows must be
 * seen first.
 */
async function readOnThreads(
  source: MemberSource,
  mappingOf: MappingOf,
  { vocabulary, vocabularyFile, sensitive, sensitiveFile, onProgress }: ReadingOptions,
  others: number,
): Promise<Members | undefined> {
  await using disposable = new AsyncDisposableStack();
  const threads = Array.from({ length: others }, () =>
    disposable.use(new ReaderThread({ vocabularyFile, sensitiveFile })),
  );
  const reading = await openInParts(source, mappingOf);
  for (const thread of threads) {
    thread.plan(reading.plan);
  }
  const here = new Reader(reading.plan, vocabulary, sensitive);
  const table = new MemberTable();
  // in the order of the file
  const inFlight: { reader: object; read: Promise<PartRead> | PartRead }[] = [];
  const takeNext = async (): Promise<void> => {
    const next = inFlight.shift();
    if (next !== undefined) {
      const { summary, table: part } = await next.read;
      reading.take(summary);
      table.join(next.reader, part);
      onProgress(table.size);
    }
  };
  for await (const rows of reading.parts()) {
    const reader = threads.find((thread) => !thread.isBusy) ?? here;
    const read = reader.read(rows);
    // thrown in its turn
    Promise.resolve(read).catch(() => undefined);
    inFlight.push({ reader, read });
    if (inFlight.length > mostInFlight) {
      await takeNext();
    }
    if (!reading.isRight) {
      return undefined;
    }
  }
  while (inFlight.length > 0) {
    await takeNext();
  }
  return reading.isRight ? { reading: reading.end(), table } : undefined;
}

async function readHere(
  source: MemberSource,
  mappingOf: MappingOf,
  { vocabulary, sensitive, onProgress }: ReadingOptions,
): Promise<Members> {
  const reading = await openMembers(source, mappingOf);
  const parts = new PartTable(vocabulary, sensitive);
  const table = new MemberTable();
  for await (const batch of reading.members()) {
    table.join(parts, parts.part(batch));
    onProgress(table.size);
  }
  return { reading, table };
}

function result({ report, position }: Reading, table: MemberTable): ReadFile {
  const { size: members, rejected, without, empty } = table;
  return {
    report,
    position,
    community: table.community(position),
    members,
    rejected: rejected.list(),
    without: without.list(),
    sensitive: table.sensitive,
    writers: table.writers,
    silentNo: empty['silent no'],
    noAnswer: empty['no answer'],
  };
}

/** @returns the size of the file in bytes */
async function checkFile(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) {
      throw new FileUnusable(`${file} is a folder: name a file in it.`);
    }
    if (!found.isFile()) {
      throw new FileUnusable(`${file} is no file: save the members to one, it is read twice.`);
    }
    await access(file, constants.R_OK);
    return found.size;
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
