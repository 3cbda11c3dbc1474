import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { codeOf } from '@warren/servers';

const Column = z.object({ name: z.string(), type: z.string(), generated: z.boolean() });
const Table = z.object({ name: z.string(), columns: z.array(Column) });
/** Table of a backup: its columns in order, including generated ones, whose values are not restored but recomputed. */
export type Table = z.infer<typeof Table>;

const Sequence = z.object({ name: z.string(), last: z.string(), called: z.boolean() });
/** State of a sequence. */
export type Sequence = z.infer<typeof Sequence>;

const Enum = z.object({ name: z.string(), labels: z.array(z.string()) });
/** Enum type with its labels in order: services add labels when they start, which no migration has. */
export type Enum = z.infer<typeof Enum>;

const SchemaBackup = z.object({
  schema: z.string(),
  /** names of the applied migrations, first to last */
  migrations: z.array(z.string()),
  /** none in a backup of an earlier version */
  enums: z.array(Enum).default([]),
  tables: z.array(Table),
  sequences: z.array(Sequence),
});
/** Backup of one service's schema. */
export type SchemaBackup = z.infer<typeof SchemaBackup>;

/** First line of a backup. */
const Header = z.object({
  warren: z.literal('backup'),
  format: z.literal(1),
  made_at: z.iso.datetime(),
  postgresql: z.string(),
  /** the database's name; none in a backup of an earlier version */
  database: z.string().optional(),
  /** name of the community, if known; none in a backup of an earlier version */
  community: z.string().optional(),
  schemas: z.array(SchemaBackup).min(1),
});
export type Header = z.infer<typeof Header>;

/** Batch of rows of a table, each in PostgreSQL's text format of a row. */
export interface Rows {
  schema: string;
  table: string;
  rows: string[];
}

/** A backup file is damaged; the message says how. */
class DamagedFile extends Error {}

/** The file is not a complete backup. */
export class BackupUnreadable extends Error {
  override readonly name = 'BackupUnreadable';
}

/**
 * Writes a backup, readable by its owner alone: gzipped lines of JSON, which are the header, batches of rows, the number
 * of rows, and the SHA-256 of the lines before. The file gets its name only once it is complete and on disk.
 * @returns number of rows written
 */
export async function writeBackup(
  file: string,
  header: Header,
  batches: AsyncIterable<Rows>,
): Promise<number> {
  const existing = await stat(file).catch(() => undefined);
  if (existing !== undefined && !existing.isFile()) {
    throw new Error(`${file} is no file: name one for the backup, e.g. warren.backup.`);
  }
  const partial = `${file}.half`;
  await rm(partial, { force: true });
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    const hash = createHash('sha256');
    const line = (value: unknown): string => {
      const text = `${JSON.stringify(value)}\n`;
      hash.update(text);
      return text;
    };
    yield line(header);
    for await (const batch of batches) {
      rows += batch.rows.length;
      yield line(batch);
    }
    yield line({ rows });
    yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
  }
  try {
    const out = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(lines()), createGzip({ level: 6 }), out);
    await chmod(partial, 0o600);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return rows;
}

const Batch = z.object({ schema: z.string(), table: z.string(), rows: z.array(z.string()) });
const Total = z.object({ rows: z.int() });
const Digest = z.object({ sha256: z.string() });

/**
 * Reads a backup to its end; only then is it known to be complete.
 * @param onHeader receives the header, before any row
 * @param onRows receives the rows, in the order in which they were written
 * @throws BackupUnreadable if a byte is missing or changed
 */
export async function readBackup(
  file: string,
  onHeader: (header: Header) => Promise<void>,
  onRows: (rows: Rows) => Promise<void>,
): Promise<void> {
  await rejectDamaged(file, async () => readLines(file, onHeader, onRows));
}

/**
 * Reads the header of a backup alone; the rest is not verified.
 * @throws BackupUnreadable
 */
export async function readHeader(file: string): Promise<Header> {
  return rejectDamaged(file, async () => {
    for await (const line of linesOf(file)) {
      return Header.parse(JSON.parse(line));
    }
    throw new DamagedFile('its end is missing');
  });
}

/** Reports damaged content of the file with what to do. */
async function rejectDamaged<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const reason = damageIn(error);
    if (reason === undefined) {
      throw error;
    }
    throw new BackupUnreadable(
      `${file} is no backup of Warren, or is damaged (${reason}). Nothing was changed: restore from another one.`,
      { cause: error },
    );
  }
}

async function readLines(
  file: string,
  onHeader: (header: Header) => Promise<void>,
  onRows: (rows: Rows) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  let rows = 0;
  let section: 'header' | 'rows' | 'digest' | 'end' = 'header';
  for await (const line of linesOf(file)) {
    if (section === 'end') {
      throw new DamagedFile('there is data after its end');
    }
    if (section === 'digest') {
      const { sha256 } = Digest.parse(JSON.parse(line));
      if (sha256 !== hash.digest('hex')) {
        throw new DamagedFile('its checksum does not match');
      }
      section = 'end';
      continue;
    }
    hash.update(`${line}\n`);
    const value: unknown = JSON.parse(line);
    if (section === 'header') {
      await onHeader(Header.parse(value));
      section = 'rows';
      continue;
    }
    const total = Total.safeParse(value);
    if (total.success) {
      if (total.data.rows !== rows) {
        throw new DamagedFile('rows are missing');
      }
      section = 'digest';
      continue;
    }
    const batch = Batch.parse(value);
    rows += batch.rows.length;
    await onRows(batch);
  }
  if (section !== 'end') {
    throw new DamagedFile('its end is missing');
  }
}

/** Splits at \n alone; a line may be as long as a batch of rows. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const gunzip: Transform = createGunzip();
  const source = createReadStream(file);
  source.on('error', (error) => gunzip.destroy(error));
  let pieces: Buffer[] = [];
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        pieces.push(chunk.subarray(from, at));
        yield Buffer.concat(pieces).toString('utf8');
        pieces = [];
        from = at + 1;
      }
      pieces.push(chunk.subarray(from));
    }
  } finally {
    source.destroy();
  }
  if (pieces.some(({ length }) => length > 0)) {
    throw new DamagedFile('its last line is cut off');
  }
}

/** Reason why a file is damaged, from errors of zlib, JSON and the schemas; undefined for any other error. */
function damageIn(error: unknown): string | undefined {
  if (error instanceof z.ZodError || error instanceof SyntaxError) {
    return 'a line is not what it should be';
  }
  if (error instanceof DamagedFile) {
    return error.message;
  }
  // not by class, which differs between Jest's realm and Node's
  const code = codeOf(error);
  return code?.startsWith('Z_') === true ? 'it cannot be unpacked' : undefined;
}
