import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

let finder: Finder;

beforeAll(async () => {
  finder = await startFinder({ PATTERN_FINDER_ROLE: 'api' });
});

afterAll(async () => finder.stop());

it('answers runs whose rejections were stored under earlier names of their kinds', async () => {
  const { id } = await finder.app
    .get(RunsService)
    .create({ kind: 'discover', focus_areas: [], waits: false });
  const stored = { name: 'Makers', ground: null, reason: 'so', at: '2026-11-20T10:00:00.000Z' };
  await finder.app
    .get(EntityManager)
    .fork()
    .execute('update run set rejected = ?::json where id = ?', [
      JSON.stringify(['given_up', 'foreign_facet', 'name_taken'].map((kind) => ({ ...stored, kind }))),
      id,
    ]);
  const { rejected } = await finder.client.ask('runs.get', { id });
  expect(rejected.map(({ kind }) => kind)).toEqual(['retry_limit', 'unsupported_facet', 'name_taken']);
});
