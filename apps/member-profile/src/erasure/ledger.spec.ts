import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ErasureKey, ErasureLedger } from './ledger.ts';

describe('ErasureLedger', () => {
  let parent: string;
  let ledger: ErasureLedger;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'warren-ledger-'));
    ledger = new ErasureLedger(join(parent, 'erasures'));
  });
  afterEach(async () => rm(parent, { recursive: true, force: true }));

  it('creates one key for all concurrent callers, readable by its owner only', async () => {
    expect(await ledger.key()).toBeUndefined();
    const keys = await Promise.all(Array.from({ length: 8 }, async () => ledger.ensureKey()));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    expect(((await stat(ledger.keyFile)).mode & 0o777).toString(8)).toBe('600');
    expect(((await stat(ledger.folder)).mode & 0o777).toString(8)).toBe('700');
  });

  it('distinguishes identities by kind, and e-mail addresses regardless of case', async () => {
    const key = await ledger.ensureKey();
    expect(key.identity('email', ' Ada@Example.org')).toBe(key.identity('email', 'ada@example.org'));
    expect(key.identity('external_id', 'Ada')).not.toBe(key.identity('external_id', 'ada'));
    expect(key.identity('external_id', 'a@b.c')).not.toBe(key.identity('email', 'a@b.c'));
    expect(key.identity('email', 'a@b.c')).not.toBe(
      new ErasureKey('0'.repeat(64)).identity('email', 'a@b.c'),
    );
  });

  it('lists erased people, but not those who may return, until they are erased again', async () => {
    await ledger.ensureKey();
    await ledger.add('erased', ['a', 'b'], 'k');
    await ledger.add('erased', ['c'], 'k');
    await ledger.add('allowed', ['a', 'b'], 'k');
    expect(await ledger.read()).toMatchObject({ people: [['c']], unreadable: 0 });
    await ledger.add('erased', ['a', 'b'], 'k');
    expect((await ledger.read()).people).toEqual([['a', 'b'], ['c']]);
  });

  it('counts a line that a process left incomplete, and reads on after it', async () => {
    await ledger.ensureKey();
    await ledger.add('erased', ['a'], 'k');
    await appendFile(ledger.file, '{"at":"2026-');
    await ledger.add('erased', ['b'], 'k');
    expect(await ledger.read()).toMatchObject({ people: [['a'], ['b']], unreadable: 1 });
    expect(await readFile(ledger.file, 'utf8')).toMatch(/\n$/);
  });

  it('reports the keys of its lines, and the lines without a key', async () => {
    await ledger.ensureKey();
    await appendFile(ledger.file, '{"at":"2026-01-01T00:00:00.000Z","erased":["old"]}\n');
    await ledger.add('erased', ['a'], 'k');
    const contents = await ledger.read();
    expect([contents.people, [...contents.keys], contents.unkeyed, contents.lines]).toEqual([
      [['old'], ['a']],
      ['k'],
      ['old'],
      2,
    ]);
    await ledger.confirmKey('k');
    expect(await ledger.read()).toMatchObject({ people: [['old'], ['a']], unkeyed: [], unreadable: 0 });
  });

  it('names a file that is not a key', async () => {
    await ledger.ensureKey();
    await appendFile(ledger.keyFile, 'x');
    await expect(ledger.key()).rejects.toThrow(`${ledger.keyFile} is not an erasure key`);
  });
});
