import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startService } from './service.ts';
import type { Service } from './service.ts';

/** Members who list three of twelve crafts in turn; the first fourteen share clay and glaze. */
const members = Array.from({ length: 150 }, (_, at) => ({
  external_id: `m-${at}`,
  first_name: at === 0 ? 'Wilhelmina' : 'Ada',
  last_name: at === 0 ? 'Oakenthrush' : 'Byron',
  skills: [
    ...[at % 12, (5 * at + 3) % 12, (7 * at + 6) % 12].map((craft) => `Craft ${craft}`),
    ...(at < 14 ? ['Clay', 'Glaze'] : at < 26 ? ['Clay'] : []),
  ],
  looking_for: at < 5 ? ['Clay'] : at === 9 ? ['Oakenthrush'] : [],
}));

describe('the network of facets', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());

  it('is empty without members', async () => {
    expect(await service.ask('community.network', {})).toMatchObject({ revision: 0, facets: [], links: [] });
    expect(await service.ask('community.demand', {})).toMatchObject({ total_active_members: 0, wishes: [] });
  });

  it('links facets that co-occur beyond chance, with the statistics of their rule', async () => {
    await service.importAll(members);
    const { facets, links, total_active_members } = await service.ask('community.network', {});
    expect(total_active_members).toBe(150);
    const link = links.find(({ a, b }) => [a, b].sort().join() === 'skill:clay,skill:glaze');
    expect(link).toMatchObject({ observed: 14 });
    const rule = { clauses: [{ at_least: 2, of: ['skill:clay', 'skill:glaze'] }] };
    const { evaluations } = await service.ask('community.evaluate-rules', { rules: [rule] });
    expect(evaluations[0]).toMatchObject({ basis: 'beyond_chance' });
    expect(link!.expected).toBeCloseTo(evaluations[0]!.statistics.expected!, 6);
    expect(facets.find(({ key }) => key === 'skill:clay')).toMatchObject({ label: 'Clay', in_community: 26 });
    const keys = new Set(facets.map(({ key }) => key));
    expect(links.every(({ a, b }) => keys.has(a) && keys.has(b))).toBe(true);
  });

  it('reports what is sought and how many offer it, and shows no member’s name as a wish', async () => {
    const { wishes } = await service.ask('community.demand', {});
    const clay = { key: 'looking_for:clay', seekers: 5, givers: 26, both: 5, answer: 'skill:clay' };
    expect(wishes).toMatchObject([clay]);
    expect(JSON.stringify(wishes)).not.toMatch(/oakenthrush/i);
  });
});
