import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MemberLine } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const bios: Record<string, string> = {
  potter: 'I do pottery. My wife weaves.',
  welder: 'I used to do pottery. I weld gates.',
  seeker: 'I would love to learn pottery. I do yoga after chemo.',
};
const members: MemberLine[] = [
  ...Object.entries(bios).map(([external_id, bio]) => ({ external_id, bio })),
  { external_id: 'lister', skills: ['Knitting'], bio: 'I do pottery.' },
];

describe('facets that members write and do not list', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    await service.importAll(members);
  });
  afterAll(async () => service.stop());

  async function facetsOf(externalId: string) {
    const [row] = await service.sql<{ id: number }>('select id from member where external_id = $1', [
      externalId,
    ]);
    const { facets } = await service.ask('members.get', { id: row!.id });
    return facets;
  }

  it('are told with their sentence, and only of those who list none', async () => {
    expect(await facetsOf('potter')).toEqual([
      { key: 'skill:pottery', label: 'pottery', quote: 'I do pottery.' },
    ]);
    expect(await facetsOf('welder')).toEqual([
      { key: 'skill:welding', label: 'welding', quote: 'I weld gates.' },
    ]);
    expect(await facetsOf('lister')).toEqual([{ key: 'skill:knitting', label: 'Knitting' }]);
  });

  it('make wishes that can be met, without what is sensitive', async () => {
    expect(await facetsOf('seeker')).toEqual([
      { key: 'looking_for:pottery', label: 'pottery', quote: 'I would love to learn pottery.' },
    ]);
    const { wishes } = await service.ask('community.demand', {});
    expect(wishes).toMatchObject([{ key: 'looking_for:pottery', seekers: 1, givers: 1 }]);
  });

  it('are gone with the text', async () => {
    await service.importAll([{ external_id: 'potter', bio: 'I do calligraphy.' }]);
    expect(await facetsOf('potter')).toMatchObject([{ key: 'skill:calligraphy' }]);
    const [row] = await service.sql<{ facets: string[] }>(
      "select facets from member where external_id = 'potter'",
    );
    expect(row).toEqual({ facets: ['skill:calligraphy'] });
  });
});
