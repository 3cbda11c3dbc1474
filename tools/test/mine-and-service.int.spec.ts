import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CommunityAnalysis } from '@warren/contracts';
import { startSystem } from '@warren/testing';
import type { System } from '@warren/testing';
import { minedOf } from './mine-command.ts';
import { importFile, sample } from './support.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ questions: false });
  await importFile(system, sample);
}, 120_000);
afterAll(async () => system.stop());

it.each([
  ['the whole membership', [], 20],
  ['a label', ['welding'], 0],
  ['a category and a kind', ['strengths', 'interests'], 10],
])('finds by npm run mine what the service finds in the same members: %s', async (_what, areas, more) => {
  const query = areas.length === 0 ? '' : `?focus_areas=${areas.join(',')}`;
  const analysis = CommunityAnalysis.parse((await system.call(`community/analysis${query}`)).body);
  const mined = await minedOf(sample, '--all', ...areas.flatMap((area) => ['--focus', area]));
  expect([mined.members, mined.tested]).toEqual([analysis.total_active_members, analysis.tested]);
  // To an analyst the service shows no label that is a member's name; everything else it shows in the same order.
  const shown = new Set(analysis.candidates.map(({ rule }) => JSON.stringify(rule)));
  const same = mined.candidates.filter(({ rule }) => shown.has(JSON.stringify(rule)));
  expect(shown.size).toBeGreaterThan(more);
  expect(same.map(({ category, basis, rule }) => ({ category, basis, rule }))).toEqual(
    analysis.candidates.map(({ category, basis, rule }) => ({ category, basis, rule })),
  );
  for (const [at, { members, statistics, facets }] of same.entries()) {
    const candidate = analysis.candidates[at]!;
    expect(members).toHaveLength(candidate.member_count);
    expect(candidate.statistics).toMatchObject(statistics);
    expect(facets.map(({ kind: _kind, ...facet }) => facet)).toEqual(candidate.facets);
  }
});
