import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startService } from './service.ts';
import type { Service } from './service.ts';

describe('a search for facets', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    await service.importAll([
      {
        external_id: 'a',
        first_name: 'Zorbina',
        last_name: 'Quexley',
        skills: ['Wood carving', 'JavaScript'],
      },
      { external_id: 'b', skills: ['Wood carving', 'Zorbina Quexley'], interests: ['Wood carving'] },
      { external_id: 'c', skills: ['JS', 'Chemotherapy'], looking_for: ['Letterpress'] },
    ]);
  });
  afterAll(async () => service.stop());

  const find = async (...texts: string[]) => (await service.ask('community.find-facets', { texts })).found;

  it('has the keys that words and other keys name, with how many carry each', async () => {
    const [carving, js, key] = await find('wood carving', 'js', 'interest:wood carving');
    expect(carving).toMatchObject({ text: 'wood carving', known: true });
    expect(carving!.facets).toEqual([
      { key: 'skill:wood carving', label: 'Wood carving', in_community: 2 },
      { key: 'interest:wood carving', label: 'Wood carving', in_community: 1 },
    ]);
    expect(js!.facets[0]).toMatchObject({ key: 'skill:javascript', in_community: 2 });
    expect(key!.facets).toHaveLength(2);
  });

  it('has the nearest keys of what nobody lists, the most alike first', async () => {
    const [carving, press, nothing] = await find('skill:wod carvng', 'leterpress', 'zzz');
    expect(carving).toMatchObject({ known: false });
    expect(carving!.facets[0]!.key).toBe('skill:wood carving');
    expect(press!.facets.map(({ key }) => key)).toEqual(['looking_for:letterpress']);
    expect(nothing).toEqual({ text: 'zzz', known: false, facets: [] });
  });

  it('has no name of a member, and nothing sensitive', async () => {
    const found = await find('zorbina', 'Quexley', 'skill:zorbina quexly', 'chemotherapy', 'skill');
    expect(JSON.stringify(found.flatMap(({ facets }) => facets))).not.toMatch(/zorbina|quexley|chemo/i);
  });
});
