import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Line = z.union([
  z.strictObject({ at: z.string(), erased: z.array(z.string()).min(1) }),
  z.strictObject({ at: z.string(), allowed: z.array(z.string()).min(1) }),
]);

/** What the ledger says: for each person erased the hashes that identify them, and lines that could not be read. */
export interface LedgerState {
  readonly people: readonly (readonly string[])[];
  /** Hashes of those who may come back. */
  readonly allowed: ReadonlySet<string>;
  readonly unreadable: number;
}

/** Key of a community's hashes: whoever has it can tell whether somebody was erased, and nothing more. */
export class ErasureKey {
  readonly id: string;
  private readonly secret: string;

  constructor(secret: string) {
    this.secret = secret;
    this.id = this.hash('warren erasure key', '').slice(0, 16);
  }

  /** A person's identity of one kind; e-mail addresses are equal however they are cased. */
  identity(kind: 'external_id' | 'email', value: string): string {
    const text = value.normalize('NFC').trim();
    return this.hash(kind, kind === 'email' ? text.toLowerCase() : text);
  }

  /** An erasure that was told, by the digest of its event. */
  told(digest: string): string {
    return this.hash('told erasure', digest);
  }

  private hash(kind: string, value: string): string {
    return createHmac('sha256', this.secret).update(`${kind}\u0000${value}`).digest('base64url');
  }
}

/**
 * Who was erased, outside of the database, so that a restored dump or the next file does not bring them back: a key that
 * is made once, and a file of one line an erasure, to which lines are only added. Several processes may share them.
 */
export class ErasureLedger {
  readonly keyFile: string;
  readonly file: string;

  constructor(readonly folder: string) {
    this.keyFile = join(folder, 'key');
    this.file = join(folder, 'ledger');
  }

  /** The key; undefined where there is none yet. */
  async key(): Promise<ErasureKey | undefined> {
    const text = await readIfThere(this.keyFile);
    if (text === undefined) {
      return undefined;
    }
    if (!/^[0-9a-f]{64}\n?$/.test(text)) {
      throw new Error(
        `${this.keyFile} is no key of erasures (64 hexadecimal digits): put it back from a backup`,
      );
    }
    return new ErasureKey(text.trim());
  }

  /** The key, made where there is none; of several who make one at a time, all get the same. */
  async ensureKey(): Promise<ErasureKey> {
    const known = await this.key();
    if (known !== undefined) {
      return known;
    }
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const own = join(this.folder, `key-${process.pid}-${randomBytes(4).toString('hex')}`);
    try {
      await writeFile(own, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
      // Whole or not at all, and never in place of another's.
      await link(own, this.keyFile);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) {
        throw error;
      }
    } finally {
      await rm(own, { force: true });
    }
    await syncFolder(this.folder);
    const made = await this.key();
    if (made === undefined) {
      throw new Error(`${this.keyFile} was taken away while it was made`);
    }
    return made;
  }

  /** Adds that a person was erased, or may come back; on disk when it returns. */
  async add(what: 'erased' | 'allowed', hashes: readonly string[]): Promise<void> {
    const isNew = (await readIfThere(this.file)) === undefined;
    const line = `${JSON.stringify({ at: new Date().toISOString(), [what]: hashes })}\n`;
    const file = await open(this.file, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
      // One that was killed in the midst of a line leaves half of it.
      await file.appendFile(size > 0 && buffer.toString() !== '\n' ? `\n${line}` : line);
      await file.sync();
    } finally {
      await file.close();
    }
    if (isNew) {
      await syncFolder(this.folder);
    }
  }

  /** Who counts as erased after all lines. */
  async read(): Promise<LedgerState> {
    const people = new Map<string, readonly string[]>();
    const allowed = new Set<string>();
    let unreadable = 0;
    for (const text of ((await readIfThere(this.file)) ?? '').split('\n').filter((line) => line !== '')) {
      const line = parsed(text);
      if (line === undefined) {
        unreadable += 1;
      } else if ('erased' in line) {
        people.set([...line.erased].sort().join(' '), line.erased);
        line.erased.forEach((hash) => allowed.delete(hash));
      } else {
        line.allowed.forEach((hash) => allowed.add(hash));
      }
    }
    const erased = [...people.values()].filter((hashes) => !hashes.some((hash) => allowed.has(hash)));
    return { people: erased, allowed, unreadable };
  }
}

function parsed(text: string): z.infer<typeof Line> | undefined {
  try {
    return Line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  // By its shape: an error of Node itself is of another realm where tests run.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
