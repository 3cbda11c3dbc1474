import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  withDatabases,
  communityNamed,
  listCommunities,
  newCommunity,
  readCommunities,
  usualCommunity,
  withLatest,
  writeCommunities,
} from './communities.ts';
import {
  communityName,
  databaseOfCommunity,
  databaseOfPath,
  isSameName,
  sampleName,
} from './community-name.ts';
import { usualMembers } from './running.ts';

const makers = newCommunity([], 'Brindlewick Makers');
const sample = newCommunity([], sampleName);
const ofFile = (path: string): string => databaseOfPath(path, path.slice(path.lastIndexOf('/') + 1));

describe('the name of a community', () => {
  it('is the same in any case, with any spaces and in any form of Unicode', () => {
    expect(communityName('  Brindlewick\n Makers ')).toBe('Brindlewick Makers');
    for (const name of ['brindlewick makers', 'BRINDLEWICK  MAKERS', 'Ｂrindlewick Makers']) {
      expect(isSameName(name, makers.name)).toBe(true);
      expect(communityNamed([sample, makers], name)).toBe(makers);
      expect(databaseOfCommunity(name)).toBe(makers.database);
    }
    expect(isSameName('Café'.normalize('NFD'), 'Café'.normalize('NFC'))).toBe(true);
    expect(communityNamed([sample, makers], 'Makers')).toBeUndefined();
  });

  it('is rejected where nobody could read it', () => {
    for (const name of ['', '  ', '!?', 'a\u0000b', 'a\u001bb', 'x'.repeat(101)]) {
      expect(() => communityName(name)).toThrow('cannot be the name of a community');
    }
  });

  it('gives each community a database that PostgreSQL can name, whatever its letters', () => {
    const names = [
      'Žižkov Café',
      'Читатели',
      '読書会',
      '讀書會',
      'x'.repeat(100),
      'Brindlewick: Makers',
      makers.name,
    ];
    const databases = names.map(databaseOfCommunity);
    expect(new Set(databases).size).toBe(names.length);
    expect(databases[0]).toMatch(/^warren_zizkov_cafe_[0-9a-f]{8}$/);
    for (const database of databases) {
      expect(database).toMatch(/^warren_[a-z0-9_]{1,40}_[0-9a-f]{8}$/);
    }
  });
});

describe('the communities of a data folder', () => {
  let data: string;

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'warren-communities-'));
  });

  afterEach(async () => rm(data, { recursive: true }));

  it('are kept in the order of their last use, for their owner only, and no half list is left', async () => {
    expect(await readCommunities(data)).toEqual([]);
    await writeCommunities(data, [sample]);
    await writeCommunities(data, withLatest(await readCommunities(data), makers));
    await writeCommunities(data, withLatest(await readCommunities(data), { ...sample, named: false }));
    expect(await readCommunities(data)).toEqual([{ ...sample, named: false }, makers]);
    expect((await stat(join(data, 'communities.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(data)).toEqual(['communities.json']);
  });

  it('are opened by themselves as the one used last, and the sample only where there is no other', () => {
    const second = newCommunity([], 'Second');
    expect(usualCommunity([])).toBeUndefined();
    expect(usualCommunity([sample])).toBe(sample);
    expect(usualCommunity([sample, second, makers])).toBe(second);
  });

  it('stay apart where one was renamed and another gets its first name', () => {
    const renamed = { ...makers, name: 'Makers of Brindlewick' };
    expect(communityNamed([renamed], makers.name)).toBeUndefined();
    const second = newCommunity([renamed], makers.name);
    expect(second).toMatchObject({ name: makers.name, sample: false });
    expect(second.database).not.toBe(renamed.database);
  });

  it('are not guessed from a damaged list', async () => {
    for (const text of ['', '{"communities":[{"name":"x"}]}', '{"communities":[']) {
      await writeFile(join(data, 'communities.json'), text);
      await expect(listCommunities(data, [])).rejects.toThrow(
        /communities\.json cannot be read.*Move it away/,
      );
    }
  });

  it('are taken over from an earlier version, which had a database for each file, in the order of their last start', async () => {
    const months = ['members-2026-09.csv', 'members-2026-10.csv'].map((name) => ofFile(`/exports/${name}`));
    for (const [at, database] of months.entries()) {
      const log = join(data, 'logs', database, 'gateway.log');
      await mkdir(join(log, '..'), { recursive: true });
      await writeFile(log, '');
      await utimes(log, at + 1, at + 1);
    }
    const samples = [ofFile(usualMembers), ofFile('/moved/samples/brindlewick.ndjson')];
    const databases = ['postgres', 'template1', 'warren', 'theirs', ...samples, ...months];
    const communities = await listCommunities(data, databases);
    expect(communities).toEqual([
      { name: 'Members', database: months[1], sample: false, named: false },
      { name: 'Members (members-2026-09)', database: months[0], sample: false, named: false },
      { name: sampleName, database: samples[0], sample: true, named: true },
    ]);
    expect(await readCommunities(data)).toEqual(communities);
    expect(await listCommunities(data, databases)).toEqual(communities);
  });

  it('are found again by their names where the list is lost', () => {
    const [found] = withDatabases([], [makers.database]);
    expect(found).toEqual({ ...makers, name: 'Brindlewick makers', named: false });
    const marked = newCommunity([], 'Makers! of Brindlewick?');
    expect(communityNamed(withDatabases([], [marked.database]), marked.name)?.database).toBe(marked.database);
    expect(withDatabases([], [sample.database])).toEqual([sample]);
  });
});
