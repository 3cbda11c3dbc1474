import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { MemberLine } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const members: MemberLine[] = [
  {
    external_id: 'oven',
    first_name: 'Zorbina',
    last_name: 'Quexley',
    bio: 'I row on Sundays. My ovens are only warm by noon, says zorbina.q@canary.example. I sing.',
  },
  { external_id: 'bake', looking_for: ['somebody who baked bread with Zorbina'] },
  {
    external_id: 'books',
    prompt_responses: [{ prompt: 'Dein Fernweh?', response: 'Alte Bücher über Gärten, am liebsten abends.' }],
  },
  { external_id: 'maisons', bio: 'Je répare de vieilles maisons à la chaux.' },
  { external_id: 'chen', bio: '我在社区组织很多活动' },
  {
    external_id: 'ill',
    bio: 'I sew quilts. After chemo I learned to sew with one hand.',
    skills: ['Quilting'],
  },
  { external_id: 'private', bio: 'My ovens are my own business.', is_public: false },
  { external_id: 'bike', bio: 'Repairing bicycles keeps me busy.' },
];

describe('a search in what members wrote', () => {
  let service: Service;
  let ids: Map<string, number>;

  beforeAll(async () => {
    service = await startService();
    await service.importAll(members);
    const rows = await service.sql<{ id: number; external_id: string }>('select id, external_id from member');
    ids = new Map(rows.map(({ id, external_id }) => [external_id, id]));
  });
  afterAll(async () => service.stop());

  /** Who is found, and with which sentences. */
  async function find(text: string, limit = 20): Promise<[string, string][]> {
    const { found } = await service.ask('community.find-texts', { text, limit });
    const names = new Map([...ids].map(([name, id]) => [id, name]));
    return found.map(({ member_id, quote }) => [names.get(member_id)!, quote]);
  }

  const found: [string, [string, string][]][] = [
    ['oven', [['oven', 'My ovens are only warm by noon, says [email].']]],
    ['baking', [['bake', 'somebody who baked bread with [name]']]],
    ['Buch', [['books', 'Alte Bücher über Gärten, am liebsten abends.']]],
    ['GARTEN', [['books', 'Alte Bücher über Gärten, am liebsten abends.']]],
    ['maison chaud', [['maisons', 'Je répare de vieilles maisons à la chaux.']]],
    ['社区', [['chen', '我在社区组织很多活动']]],
    ['bicicles', [['bike', 'Repairing bicycles keeps me busy.']]],
    // Words that every text has are looked for only where there are no others.
    ['the with', [['bake', 'somebody who baked bread with [name]']]],
    ['the with submarine', []],
    ['submarine', []],
    ["100%_'); --", []],
  ];

  it.each(found)('finds %s in any form, in many languages, and misspelled', async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  it('has first who said most of it, each member once, and no more than asked for', async () => {
    expect((await find('warm bread ovens')).map(([name]) => name)).toEqual(['oven', 'bake']);
    expect(await service.ask('community.find-texts', { text: 'warm bread ovens', limit: 1 })).toMatchObject({
      found: [{ field: 'bio' }],
      more: true,
    });
  });

  it('quotes what is verbatim', async () => {
    const { found: quotes } = await service.ask('community.find-texts', { text: 'ovens' });
    const { verdicts } = await service.ask('community.verify-quotes', { quotes });
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).toMatchObject({ verified: true });
  });

  it.each(['Zorbina', 'Quexley', 'zorbina.q@canary.example', 'canary', 'chemo', 'Fernweh'])(
    'finds nobody by %s, which is not shown',
    async (text) => {
      expect(await find(text)).toEqual([]);
    },
  );

  it('finds the same without trigrams, but for what is misspelled', async () => {
    const admin = new pg.Client({ connectionString: service.adminUrl });
    await admin.connect();
    await admin.query('drop extension pg_trgm cascade');
    await admin.end();
    for (const [text, expected] of found.filter(([misspelled]) => misspelled !== 'bicicles')) {
      expect([text, await find(text)]).toEqual([text, expected]);
    }
    expect(await find('bicicles')).toEqual([]);
  });
});
