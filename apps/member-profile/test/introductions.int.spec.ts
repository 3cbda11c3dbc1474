import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KnownIntroduction, MemberLine } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const consents: MemberLine['consents'] = ['sensitive'];
const members: MemberLine[] = [
  { external_id: 'seeker', skills: ['Looms'], looking_for: ['Kilns'], interests: ['Woad'] },
  { external_id: 'giver', skills: ['Kilns'], looking_for: ['Looms'], interests: ['Woad'] },
  { external_id: 'private-seeker', looking_for: ['Kilns'], is_public: false },
  { external_id: 'private-giver', skills: ['Glaze'], is_public: false },
  { external_id: 'left', skills: ['Glaze'], membership_status: 'cancelled' },
  { external_id: 'glaze', looking_for: ['Glaze'] },
  { external_id: 'band', looking_for: ['drums'] },
  { external_id: 'drummer', role: 'Drummer' },
  { external_id: 'ill', looking_for: ['HIV', 'Catholic'], consents },
  { external_id: 'open', skills: ['HIV'], interests: ['Catholic'], consents },
  { external_id: 'named', first_name: 'Wilhelmina', last_name: 'Oakenthrush', skills: ['Pots'] },
  { external_id: 'fan', looking_for: ['Oakenthrush'] },
  { external_id: 'other-fan', skills: ['Oakenthrush'] },
];

describe('introductions', () => {
  let service: Service;
  const ids = new Map<string, number>();
  const idOf = (external: string): number => ids.get(external) ?? 0;

  beforeAll(async () => {
    service = await startService({ SENSITIVE: 'on' });
    await service.importAll(members);
    const rows = await service.sql<{ id: number; external_id: string }>('select id, external_id from member');
    rows.forEach(({ id, external_id }) => ids.set(external_id, id));
  });
  afterAll(async () => service.stop());

  const propose = async (known: KnownIntroduction[] = [], facets: string[] = []) =>
    service.ask('community.introductions', { facets, known, most: 100 });

  it('name two members, what one looks for and the other has, and why these two', async () => {
    const { proposed, revision } = await propose();
    expect(revision).toBeGreaterThan(0);
    expect(proposed.find(({ need }) => /kilns|looms/i.test(need.label))).toEqual({
      seeker: idOf('seeker'),
      giver: idOf('giver'),
      need: { key: 'looking_for:kilns', label: 'Kilns' },
      offer: { key: 'skill:kilns', label: 'Kilns' },
      shared: [{ key: 'interest:woad', label: 'Woad' }],
      mutual: true,
      seekers: 1,
      givers: 1,
    });
  });

  it('take a role for an offer by what the vocabulary says that it means', async () => {
    const { proposed } = await propose();
    expect(proposed.find(({ seeker }) => seeker === idOf('band'))).toMatchObject({
      giver: idOf('drummer'),
      offer: { label: 'Drummer' },
    });
  });

  it('name nobody who is private or has left, nothing sensitive, whatever they agreed to, and no member’s name', async () => {
    const rows = await service.sql<{ id: number }>(
      "select id from member where 'looking_for:hiv' = any(facets)",
    );
    expect(rows.map(({ id }) => id)).toEqual([idOf('ill')]);
    const { proposed } = await propose();
    const named = new Set(proposed.flatMap(({ seeker, giver }) => [seeker, giver]));
    const expected = ['seeker', 'giver', 'band', 'drummer'].map(idOf);
    expect([...named].sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
  });

  it('are not proposed again, and no longer hold once the giver has become private', async () => {
    const facets = ['looking_for:kilns', 'skill:kilns', 'looking_for:drums', 'role:drummer'];
    const known: KnownIntroduction[] = [
      [idOf('seeker'), idOf('giver'), 0, 1, 'open'],
      [idOf('band'), idOf('drummer'), 2, 3, 'open'],
    ];
    expect(await propose(known, facets)).toMatchObject({
      proposed: [],
      known: [
        { seekers: 1, givers: 1 },
        { seekers: 1, givers: 1 },
      ],
    });
    await service.ask('members.update', { id: idOf('drummer'), patch: { is_public: false } });
    expect((await propose(known, facets)).known).toEqual([{ seekers: 1, givers: 1 }, null]);
  });
});
