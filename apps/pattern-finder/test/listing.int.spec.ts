import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { PatternRow } from '../src/patterns/pattern.entity.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

const statistics = {
  observed: 4,
  share: 0.5,
  share_low: 0.2,
  share_high: 0.8,
  expected: null,
  lift: null,
  lift_low: null,
  lift_high: null,
  p_value: null,
  q_value: null,
  tested: null,
};

let finder: Finder;

beforeAll(async () => {
  finder = await startFinder({ PATTERN_FINDER_ROLE: 'api' });
  const em = finder.app.get(EntityManager).fork();
  for (const members of [4, 5, 9, 6]) {
    const ids = Array.from({ length: members }, (_, at) => at + 1);
    em.create(PatternRow, {
      name: `A group of ${members}`,
      nameFolded: `a group of ${members}`,
      description: 'They bake their own bread at home.',
      category: 'interest_theme',
      memberCount: members,
      relatedMemberIds: ids,
      evidence: { basis: 'share', facets: [], statistics },
      questionPrompts: ['Who taught you?', 'What do you bake?'],
      isActive: true,
      createdAt: new Date(),
      updatedAt: new Date(),
      version: 1,
      analyst: 'statistical',
      runId: null,
      fingerprint: `f${members}`,
    });
  }
  await em.flush();
});
afterAll(async () => finder.stop());

it('lists and counts the patterns of at least so many members, on all pages', async () => {
  const { client } = finder;
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.ask('patterns.list', {
      at_least: 5,
      limit: 2,
      ...(cursor !== undefined && { cursor }),
    });
    expect(page.total).toBe(3);
    sizes.push(...page.patterns.map(({ member_count }) => member_count));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(sizes).toEqual([9, 6, 5]);
  expect((await client.ask('patterns.list', { at_least: 5 })).total).toBe(3);
  expect((await client.ask('patterns.list', {})).total).toBe(4);
});
