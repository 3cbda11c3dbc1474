import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rename, rm, stat } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { codeOf } from '@warren/servers';
import { z } from 'zod';

const Column = z.object({ name: z.string(), type: z.string(), generated: z.boolean() });
const Table = z.object({ name: z.string(), columns: z.array(Column) });
/** A table as a backup tells of it: its columns in order, generated ones too, whose values are computed again. */
export type Table = z.infer<typeof Table>;

const Sequence = z.object({ name: z.string(), last: z.string(), called: z.boolean() });
/** How far a sequence had got. */
export type Sequence = z.infer<typeof Sequence>;

const Enum = z.object({ name: z.string(), labels: z.array(z.string()) });
/** An enum type with its labels in order: services add some when they start, which no migration tells of. */
export type Enum = z.infer<typeof Enum>;

const SchemaBackup = z.object({
  schema: z.string(),
  /** names of the migrations that had made the schema what it was, first to last */
  migrations: z.array(z.string()),
  /** none in a backup of an earlier version */
  enums: z.array(Enum).default([]),
  tables: z.array(Table),
  sequences: z.array(Sequence),
});
/** What a backup holds of one service. */
export type SchemaBackup = z.infer<typeof SchemaBackup>;

/** The first line of a backup. */
const Header = z.object({
  warren: z.literal('backup'),
  format: z.literal(1),
  made_at: z.iso.datetime(),
  postgresql: z.string(),
  /** the database's name; none in a backup of an earlier version */
  database: z.string().optional(),
  /** the members' file that npm start has this database for, where that is known */
  members: z.string().optional(),
  schemas: z.array(SchemaBackup).min(1),
});
export type Header = z.infer<typeof Header>;

/** Some rows of a table, each as PostgreSQL writes a row of it as text. */
export type Rows = { schema: string; table: string; rows: string[] };

/** What is wrong with a file's content. */
class Damage extends Error {}

/** A file that is no backup, or no whole one. */
export class BackupUnreadable extends Error {
  override readonly name = 'BackupUnreadable';
}

/**
 * Writes a backup for its owner alone: gzip around lines of JSON, which are the header, batches of rows, how many there
 * were in all, and the SHA-256 of the lines before. The file has its name only once it is whole and on the disk.
 * @returns how many rows it holds
 */
export async function writeBackup(
  file: string,
  header: Header,
  batches: AsyncIterable<Rows>,
): Promise<number> {
  const there = await stat(file).catch(() => undefined);
  if (there !== undefined && !there.isFile()) {
    throw new Error(`${file} is no file: name one for the backup, e.g. warren.backup.`);
  }
  const half = `${file}.half`;
  await rm(half, { force: true });
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
    const out = createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(lines()), createGzip({ level: 6 }), out);
    await chmod(half, 0o600);
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  return rows;
}

const Batch = z.object({ schema: z.string(), table: z.string(), rows: z.array(z.string()) });
const Total = z.object({ rows: z.int() });
const Digest = z.object({ sha256: z.string() });

/**
 * Reads a backup from its beginning to its end; only at the end is it known to be whole.
 * @param begin gets the header, before any row
 * @param take gets the rows, in the order in which they were written
 * @throws BackupUnreadable where a byte is missing or another than it was
 */
export async function readBackup(
  file: string,
  begin: (header: Header) => Promise<void>,
  take: (rows: Rows) => Promise<void>,
): Promise<void> {
  await refusingDamage(file, async () => readLines(file, begin, take));
}

/**
 * Reads what a backup says of itself, and no further: whether it is whole is not known.
 * @throws BackupUnreadable
 */
export async function readHeader(file: string): Promise<Header> {
  return refusingDamage(file, async () => {
    for await (const line of linesOf(file)) return Header.parse(JSON.parse(line));
    throw new Damage('its end is missing');
  });
}

/** Says of a fault in the file's content what to do. */
async function refusingDamage<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const reason = damageIn(error);
    if (reason === undefined) throw error;
    throw new BackupUnreadable(
      `${file} is no backup of Warren, or is damaged (${reason}). Nothing was changed: restore from another one.`,
      { cause: error },
    );
  }
}

async function readLines(
  file: string,
  begin: (header: Header) => Promise<void>,
  take: (rows: Rows) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  let rows = 0;
  let stage: 'header' | 'rows' | 'digest' | 'over' = 'header';
  for await (const line of linesOf(file)) {
    if (stage === 'over') throw new Damage('it goes on after its end');
    if (stage === 'digest') {
      const { sha256 } = Digest.parse(JSON.parse(line));
      if (sha256 !== hash.digest('hex')) throw new Damage('its checksum is another');
      stage = 'over';
      continue;
    }
    hash.update(`${line}\n`);
    const value: unknown = JSON.parse(line);
    if (stage === 'header') {
      await begin(Header.parse(value));
      stage = 'rows';
      continue;
    }
    const total = Total.safeParse(value);
    if (total.success) {
      if (total.data.rows !== rows) throw new Damage('rows are missing');
      stage = 'digest';
      continue;
    }
    const batch = Batch.parse(value);
    rows += batch.rows.length;
    await take(batch);
  }
  if (stage !== 'over') throw new Damage('its end is missing');
}

/** Lines by \n alone; a line may be as long as a batch of rows. */
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
  if (pieces.some(({ length }) => length > 0)) throw new Damage('its last line is cut off');
}

/** What zlib, JSON and the schemas say of a file that is not what was written; undefined where the fault is another. */
function damageIn(error: unknown): string | undefined {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'a line is not what it should be';
  if (error instanceof Damage) return error.message;
  // not by class, which differs between Jest's realm and Node's
  const code = codeOf(error);
  return code?.startsWith('Z_') === true ? 'it cannot be unpacked' : undefined;
}
