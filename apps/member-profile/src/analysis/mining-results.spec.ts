import { expect, it } from '@jest/globals';
import { buildMembership } from '@warren/mining';
import type { Community } from './community.ts';
import { MiningSettings } from './mine.ts';
import { MiningResults } from './mining-results.ts';

const community = (revision: number): Community => ({
  revision,
  membership: buildMembership([{ id: 1, facets: ['skill:c', 'skill:r'] }]),
  labels: new Map(),
  completion: {},
});

it('computes an analysis once for all who ask, again for another revision or focus, and keeps the last eight', async () => {
  const results = new MiningResults(new MiningSettings({ q: 0.05, minLift: 1.2, minMembers: 3 }));
  const [first, same] = await Promise.all([results.of(community(1)), results.of(community(1))]);
  expect(same).toBe(first);
  expect(await results.of(community(2))).not.toBe(first);
  const focused = await results.of(community(1), new Set(['skill:r', 'skill:c']));
  expect(focused).not.toBe(first);
  expect(await results.of(community(1), new Set(['skill:c', 'skill:r']))).toBe(focused);
  expect(await results.of(community(1))).toBe(first);
  for (let revision = 3; revision < 11; revision += 1) {
    await results.of(community(revision));
  }
  expect(await results.of(community(1))).not.toBe(first);
});
