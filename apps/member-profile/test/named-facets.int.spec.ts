import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NamedFacet } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

describe('facets named in texts', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    await service.importAll(
      [1, 2, 3].map((number) => ({
        external_id: `m-${number}`,
        skills: ['Fermentation', ...(number < 3 ? ['Kintsugi'] : [])],
        role: 'Drummer',
        location: 'Larkhill',
      })),
    );
  });
  afterAll(async () => service.stop());

  it('are reported per text, from the vocabulary and from the members’ facets', async () => {
    const { revision, named } = await service.ask('community.named-facets', {
      texts: [
        'Kitchen chemists',
        'Fermenters of Larkhill who also know K\u200b8s and kintsugi',
        'Could a drummer teach you JS?',
      ],
    });
    expect(revision).toBeGreaterThan(0);
    expect(named.map(withoutBroader)).toEqual([
      { text: 1, label: 'Fermenters', folded: 'fermentation', also: [] },
      { text: 1, label: 'Larkhill', folded: 'larkhill', also: [] },
      { text: 1, label: 'K8s', folded: 'kubernetes', also: [] },
      { text: 2, label: 'drummer', folded: 'drums', also: ['drummer'] },
      { text: 2, label: 'JS', folded: 'javascript', also: [] },
    ]);
  });

  it('are counted among the members of a pattern, who list them, write them, or write that they do not', async () => {
    await service.importAll([
      { external_id: 'm-8', skills: ['Fermentation', 'Rope making'], bio: 'I weld gates. They hold.' },
      {
        external_id: 'm-9',
        skills: ['Fermentation', 'Rope making'],
        bio: 'I would never weld. I spin yarn.',
      },
    ]);
    const { named, members, carried } = await service.ask('community.named-facets', {
      texts: ['Welders who ferment', 'They spin'],
      rule: { clauses: [{ at_least: 1, of: ['skill:rope making'] }] },
    });
    expect(members).toBe(2);
    expect(named.find(({ folded }) => folded === 'welding')?.carriers).toEqual({
      has: 1,
      otherwise: 1,
      in_community: 0,
    });
    expect(carried).toContainEqual({ label: 'Fermentation', members: 2 });
  });

  it('follow the community: a label is found once a third member lists it', async () => {
    const before = await service.ask('community.named-facets', { texts: ['Kintsugi for all'] });
    expect(before.named).toEqual([]);
    await service.importAll([{ external_id: 'm-4', skills: ['kintsugi'] }]);
    const after = await service.ask('community.named-facets', { texts: ['Kintsugi for all'] });
    expect(after.named.map(withoutBroader)).toEqual([
      { text: 0, label: 'Kintsugi', folded: 'kintsugi', also: [] },
    ]);
    expect(after.revision).toBeGreaterThan(before.revision);
  });

  it('are searched in bounded texts only', async () => {
    const tooMany = service.ask('community.named-facets', { texts: Array.from({ length: 21 }, () => 'a') });
    await expect(tooMany).rejects.toThrow();
    await expect(service.ask('community.named-facets', { texts: ['a'.repeat(5001)] })).rejects.toThrow();
    const most = Array.from({ length: 20 }, () => 'JS, '.repeat(1250));
    const { named } = await service.ask('community.named-facets', { texts: most });
    expect(named).toHaveLength(20);
  });
});

/** Drops broader labels, which the vocabulary's tests cover. */
function withoutBroader({ broader: _broader, ...facet }: NamedFacet): Omit<NamedFacet, 'broader'> {
  return facet;
}
