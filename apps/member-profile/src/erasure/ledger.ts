import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Id of the key of the hashes; lines written before keys had ids lack it. */
const key = z.string().min(1).optional();
const Line = z.union([
  z.strictObject({ at: z.string(), key, erased: z.array(z.string()).min(1) }),
  z.strictObject({ at: z.string(), key, allowed: z.array(z.string()).min(1) }),
  // Confirms that all lines above without a key are by this one.
  z.strictObject({ at: z.string(), key: z.string().min(1) }),
]);
type Line = z.infer<typeof Line>;

/** Contents of the ledger: the hashes of each erased person, and the number of unreadable lines. */
interface LedgerState {
  readonly people: readonly (readonly string[])[];
  /** Hashes of people who may return. */
  readonly allowed: ReadonlySet<string>;
  readonly unreadable: number;
  /** Number of lines, readable or not. */
  readonly lines: number;
  /** Ids of the keys that lines name. */
  readonly keys: ReadonlySet<string>;
  /** Hashes of lines whose key is neither named nor confirmed. */
  readonly unkeyed: readonly string[];
}

/** Key of a community's hashes: with it one can test whether a given person was erased, and nothing more. */
export class ErasureKey {
  readonly id: string;
  private readonly secret: string;

  constructor(secret: string) {
    this.secret = secret;
    this.id = this.hash('warren erasure key', '').slice(0, 16);
  }

  /** Hash of a person's identity of one kind; e-mail addresses are compared without case. */
  identity(kind: 'external_id' | 'email', value: string): string {
    const text = value.normalize('NFC').trim();
    return this.hash(kind, kind === 'email' ? text.toLowerCase() : text);
  }

  /** Hash of a published erasure, by the digest of its event. */
  ofPublished(digest: string): string {
    return this.hash('told erasure', digest);
  }

  private hash(kind: string, value: string): string {
    return createHmac('sha256', this.secret).update(`${kind}\u0000${value}`).digest('base64url');
  }
}

/**
 * Record of erased people outside the database, so that a restored dump or the next file does not bring them back: a key
 * that is created once, and an append-only file with one line per erasure. Several processes may share them.
 */
export class ErasureLedger {
  readonly keyFile: string;
  readonly file: string;
  private state: { readonly of: string; readonly read: LedgerState } | undefined;

  constructor(readonly folder: string) {
    this.keyFile = join(folder, 'key');
    this.file = join(folder, 'ledger');
  }

  /** Reads the key; undefined if none exists yet. */
  async key(): Promise<ErasureKey | undefined> {
    const text = await readIfThere(this.keyFile);
    if (text === undefined) {
      return undefined;
    }
    if (!/^[0-9a-f]{64}\n?$/.test(text)) {
      throw new Error(
        `${this.keyFile} is not an erasure key (64 hexadecimal digits): restore it from a backup`,
      );
    }
    return new ErasureKey(text.trim());
  }

  /** Reads the key, or creates it; concurrent callers, also of other processes, all get the same key. */
  async ensureKey(): Promise<ErasureKey> {
    const known = await this.key();
    if (known !== undefined) {
      return known;
    }
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const own = join(this.folder, `key-${process.pid}-${randomBytes(4).toString('hex')}`);
    try {
      await writeFile(own, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
      // Atomic, and never overwrites the key of another process.
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
      throw new Error(`${this.keyFile} was removed while it was being created`);
    }
    return made;
  }

  /** Appends that a person was erased, or may return, by hashes of this key; synced to disk when it returns. */
  async add(what: 'erased' | 'allowed', hashes: readonly string[], keyId: string): Promise<void> {
    await this.append({ key: keyId, [what]: hashes });
  }

  /** Appends that all lines without a key are by this one. */
  async confirmKey(keyId: string): Promise<void> {
    await this.append({ key: keyId });
  }

  private async append(entry: Record<string, unknown>): Promise<void> {
    const isNew = (await readIfThere(this.file)) === undefined;
    const line = `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`;
    const file = await open(this.file, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
      // A process killed while writing leaves half a line.
      await file.appendFile(size > 0 && buffer.toString() !== '\n' ? `\n${line}` : line);
      await file.sync();
    } finally {
      await file.close();
    }
    if (isNew) {
      await syncFolder(this.folder);
    }
  }

  /** Reads the ledger; parses the file again only after it has changed. */
  async read(): Promise<LedgerState> {
    const of = await versionOf(this.file);
    if (this.state?.of !== of) {
      this.state = { of, read: parseLedger((await readIfThere(this.file)) ?? '') };
    }
    return this.state.read;
  }
}

function parseLedger(text: string): LedgerState {
  const people = new Map<string, readonly string[]>();
  const allowed = new Set<string>();
  const keys = new Set<string>();
  let unkeyed: string[] = [];
  let unreadable = 0;
  const lines = text.split('\n').filter((line) => line !== '');
  for (const line of lines.map(parseLine)) {
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

/** A string that changes whenever the file is written. */
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

function parseLine(text: string): Line | undefined {
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
  // By its shape: under Jest, Node's own errors come from another realm.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
