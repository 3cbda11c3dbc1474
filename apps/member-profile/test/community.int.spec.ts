import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const bakers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    external_id: `baker-${at}`,
    skills: ['Baking'],
    interests: ['Hiking'],
  }));
const baking = { clauses: [{ at_least: 1, of: ['skill:baking'] }] };

describe('the community', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());

  const idOf = async (externalId: string): Promise<number> => {
    const [row] = await service.sql<{ id: number }>('select id from member where external_id = $1', [
      externalId,
    ]);
    return row!.id;
  };
  const carriers = async (): Promise<number[]> => {
    const { evaluations } = await service.ask('community.evaluate-rules', { rules: [baking] });
    return evaluations[0]!.member_ids;
  };

  it('can be analysed without members', async () => {
    const analysis = await service.ask('community.analyse', {});
    expect(analysis).toMatchObject({
      revision: 0,
      total_active_members: 0,
      candidates: [],
      common_skills: [],
    });
    expect(analysis.field_completion_rates['bio']).toEqual({ rate: 0, filled: 0, total: 0, avg_length: 0 });
    expect(await carriers()).toEqual([]);
  });

  it('excludes members who opted out, cancelled or expired at once', async () => {
    await service.importAll([
      ...bakers(5),
      {
        external_id: 'hidden',
        skills: ['Baking', 'Hiding'],
        is_public: false,
        bio: 'A hidden baker, nobody else.',
      },
      { external_id: 'left', skills: ['Baking', 'Leaving'], membership_status: 'cancelled' },
      { external_id: 'over', skills: ['Baking', 'Expiring'], membership_status: 'expired' },
      { external_id: 'resting', skills: ['Baking'], membership_status: 'paused' },
    ]);
    const before = await service.ask('community.analyse', {});
    expect(before.total_active_members).toBe(6);
    expect(before.common_skills).toEqual([['Baking', 6]]);
    expect(JSON.stringify(before)).not.toMatch(/Hiding|Leaving|Expiring/i);

    await service.importAll([{ external_id: 'baker-0', skills: ['Baking'], is_public: false }]);
    const after = await service.ask('community.analyse', {});
    expect(after.revision).toBe(before.revision + 1);
    expect(after.common_skills).toEqual([['Baking', 5]]);
    expect(await carriers()).not.toContain(await idOf('baker-0'));

    const hidden = await idOf('hidden');
    const { total, profiles } = await service.ask('community.profiles', {
      member_ids: [hidden, await idOf('left')],
    });
    expect({ total, profiles }).toEqual({ total: 0, profiles: [] });
    const quote = { member_id: hidden, field: 'bio' as const, quote: 'A hidden baker' };
    const { verdicts } = await service.ask('community.verify-quotes', { quotes: [quote] });
    expect(verdicts[0]).toMatchObject({ verified: false });
  });

  it('excludes an erased member from the next reply', async () => {
    const id = await idOf('baker-1');
    expect(await carriers()).toContain(id);
    await service.ask('members.erase', { id });
    expect(await carriers()).not.toContain(id);
    expect((await service.ask('community.analyse', {})).common_skills).toEqual([['Baking', 4]]);
  });

  it('answers many concurrent requests with the same analysis', async () => {
    await service.importAll([{ external_id: 'baker-9', skills: ['Baking'] }]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => service.ask('community.analyse', {})));
    expect(answers.every((answer) => answer.common_skills[0]![1] === 5)).toBe(true);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('reports how completely fields are filled, and labels facets as most members write them', async () => {
    await service.importAll([
      {
        external_id: 'w-1',
        bio: 'four',
        urls: ['https://a.example', 'https://b.example'],
        skills: ['nodejs'],
      },
      { external_id: 'w-2', bio: 'sixsix', skills: ['Node.js', 'Marimo care'] },
      {
        external_id: 'w-3',
        prompt_responses: [{ prompt: 'Why?', response: 'Because.' }],
        skills: ['Node.js'],
      },
    ]);
    const analysis = await service.ask('community.analyse', {});
    const total = analysis.total_active_members;
    expect(analysis.field_completion_rates).toMatchObject({
      bio: { filled: 2, total, rate: 2 / total, avg_length: 5 },
      urls: { filled: 1, avg_count: 2 },
      prompt_responses: { filled: 1, avg_count: 1 },
      company: { filled: 0, rate: 0 },
    });
    expect(analysis.common_skills).toContainEqual(['Node.js', 3]);
    expect(analysis.unique_skills).toContain('Marimo care');
  });

  it('names the facets of a rule that nobody carries', async () => {
    const rule = { clauses: [{ at_least: 1, of: ['skill:baking', 'skill:unheard of'] }] };
    const { evaluations } = await service.ask('community.evaluate-rules', { rules: [rule] });
    expect(evaluations[0]).toMatchObject({ unknown_facets: ['skill:unheard of'], rule });
  });

  it('recomputes stored facets with an operator’s new vocabulary', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warren-vocabulary-'));
    try {
      await writeFile(join(folder, 'own.csv'), 'alias,label\nBaking,Oven Craft\n');
      const before = (await service.ask('community.analyse', {})).revision;
      await service.restart({ VOCABULARY_FILE: join(folder, 'own.csv') });
      const analysis = await service.ask('community.analyse', {});
      expect(analysis.common_facets).toContainEqual({
        key: 'skill:oven craft',
        label: 'Baking',
        in_community: 5,
      });
      expect(await carriers()).toEqual([]);
      expect(analysis.revision).toBe(before + 1);
      await service.restart({ VOCABULARY_FILE: join(folder, 'own.csv') });
      expect((await service.ask('community.analyse', {})).revision).toBe(before + 1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
