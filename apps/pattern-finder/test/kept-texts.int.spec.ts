import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import type { RequestClient } from '@warren/messaging';
import { valuesThatChange } from '@warren/testing';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

describe('stored data of pattern-finder', () => {
  let finder: Finder;
  let client: RequestClient;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api' });
    client = finder.client;
  });

  afterAll(async () => finder.stop());

  const em = (): EntityManager => finder.app.get(EntityManager).fork();

  it('is read back unchanged: every list and JSON of every entity', async () => {
    const { tried, changed } = await valuesThatChange(em(), finder.database.adminUrl);
    expect(tried).toEqual(
      expect.arrayContaining(['PatternRow.questionPrompts', 'RunRow.focusAreas', 'RunRow.rejected']),
    );
    expect(changed).toEqual([]);
  });

  it('is shown, whatever the focus areas of a run', async () => {
    const focus_areas = ['null', 'NULL', 'a\nb', 'say "tea"', '{a,b}', 'back\\slash', '😀'];
    const run = await client.ask('runs.create', { kind: 'discover', focus_areas });
    expect(run.focus_areas).toEqual(focus_areas);
    expect((await client.ask('runs.get', { id: run.id })).focus_areas).toEqual(focus_areas);
    expect((await client.ask('runs.list', {})).runs[0]?.focus_areas).toEqual(focus_areas);
  });

  it('is shown even if it was stored as NULL before', async () => {
    const { id } = await client.ask('runs.create', { kind: 'discover', focus_areas: ['tea'] });
    await em().execute(`update run set focus_areas = '{tea,NULL}' where id = ?`, [id]);
    await em().execute(`delete from migration where name like '%focus_areas'`);
    const another = await finder.another({ PATTERN_FINDER_ROLE: 'api' });
    await another.close();
    expect((await client.ask('runs.get', { id })).focus_areas).toEqual(['tea', 'null']);
  });

  it.each(['\u0000', 'half \ud83d'])('is never a text that PostgreSQL cannot store: %j', async (bad) => {
    const tea = client.ask('runs.create', { kind: 'discover', focus_areas: [`tea ${bad}`] });
    await expect(tea).rejects.toThrow(/^focus_areas\.0: has a character .* take it out/);
    const name = client.ask('patterns.patch', { id: 1, patch: { name: `Tea ${bad}` } });
    await expect(name).rejects.toThrow(/^patch\.name: has a character/);
    await expect(client.ask('patterns.list', { q: bad })).rejects.toThrow(/^q: has a character/);
  });
});
