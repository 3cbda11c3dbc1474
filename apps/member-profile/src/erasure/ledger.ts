import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** By which key the hashes are; a line of before keys were told has none. */
const key = z.string().min(1).optional();
const Line = z.union([
  z.strictObject({ at: z.string(), key, erased: z.array(z.string()).min(1) }),
  z.strictObject({ at: z.string(), key, allowed: z.array(z.string()).min(1) }),
  // Says that all lines above which tell no key are by this one.
  z.strictObject({ at: z.string(), key: z.string().min(1) }),
]);
type Line = z.infer<typeof Line>;

/** What the ledger says: for each person erased the hashes that identify them, and lines that could not be read. */
export interface LedgerState {
  readonly people: readonly (readonly string[])[];
  /** Hashes of those who may come back. */
  readonly allowed: ReadonlySet<string>;
  readonly unreadable: number;
  /** How many lines there are, whatever they say. */
  readonly lines: number;
  /** The ids of the keys by which the lines are. */
  readonly keys: ReadonlySet<string>;
  /** Hashes of lines of which nobody has said by which key they are. */
  readonly unkeyed: readonly string[];
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
  private state: { readonly of: string; readonly read: LedgerState } | undefined;

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

  /** Adds that a person was erased, or may come back, by hashes of this key; on disk when it returns. */
  async add(what: 'erased' | 'allowed', hashes: readonly string[], keyId: string): Promise<void> {
    await this.append({ key: keyId, [what]: hashes });
  }

  /** Adds that all lines which tell no key are by this one. */
  async vouch(keyId: string): Promise<void> {
    await this.append({ key: keyId });
  }

  private async append(told: Record<string, unknown>): Promise<void> {
    const isNew = (await readIfThere(this.file)) === undefined;
    const line = `${JSON.stringify({ at: new Date().toISOString(), ...told })}\n`;
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

  /** Who counts as erased after all lines; read again only where the file is another than at the last time. */
  async read(): Promise<LedgerState> {
    const of = await versionOf(this.file);
    if (this.state?.of !== of) {
      this.state = { of, read: stateOf((await readIfThere(this.file)) ?? '') };
    }
    return this.state.read;
  }
}

function stateOf(text: string): LedgerState {
  const people = new Map<string, readonly string[]>();
  const allowed = new Set<string>();
  const keys = new Set<string>();
  let unkeyed: string[] = [];
  let unreadable = 0;
  const lines = text.split('\n').filter((line) => line !== '');
  for (const line of lines.map(parsed)) {
    if (line === undefined) {
      unreadable += 1;
      continue;
    }
    if (line.key !== undefined) {
      keys.add(line.key);
    }
    if ('erased' in line) {
      people.set([...line.erased].sort().join(' '), line.erased);
      line.erased.forEach((hash) => allowed.delete(hash));
      unkeyed.push(...(line.key === undefined ? line.erased : []));
    } else if ('allowed' in line) {
      line.allowed.forEach((hash) => allowed.add(hash));
    } else {
      unkeyed = [];
    }
  }
  const erased = [...people.values()].filter((hashes) => !hashes.some((hash) => allowed.has(hash)));
  return { people: erased, allowed, unreadable, lines: lines.length, keys, unkeyed };
}

/** Equal for as long as nobody has written the file. */
async function versionOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(file, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return '';
    }
    throw error;
  }
}

function parsed(text: string): Line | undefined {
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
