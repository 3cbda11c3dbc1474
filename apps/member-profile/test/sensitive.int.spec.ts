import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MemberLine } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const secrets = /hiv|catholic|chemo|sober|refugee|afd|debt|empty|bipolar|lesbian|rosary/i;
const half = 8;
const openRule = { clauses: [{ at_least: 1, of: ['skill:weaving'] }] };
const secretRule = { clauses: [{ at_least: 2, of: ['skill:hiv', 'skill:weaving'] }] };

/** Half of the members weave and share what nobody should be told, half throw pots; some of all say it in their bio. */
const members: MemberLine[] = Array.from({ length: 2 * half }, (_, at) => ({
  external_id: `m-${at}`,
  ...(at < half
    ? {
        skills: ['Weaving', 'Spinning wheels', 'HIV'],
        interests: ['Dye gardens', 'Catholic', 'sober'],
        looking_for: ['a debt support group', 'Looms'],
        role: 'AfD voter',
        bio: `I weave blankets number ${at}. After chemo I learned to spin. Our house is empty every August.`,
        prompt_responses: [
          { prompt: 'What else?', response: 'I grow woad. I am a lesbian.' },
          { prompt: 'What is your faith?', response: 'My rosary goes everywhere.' },
        ],
      }
    : { skills: ['Pottery', 'Kilns'], interests: ['Wild clay'], bio: 'I throw bowls.' }),
}));

describe('what members say that is sensitive', () => {
  let service: Service;
  let ids: number[];

  beforeAll(async () => {
    service = await startService();
    await service.importAll(members);
    const rows = await service.sql<{ id: number }>('select id from member order by id');
    ids = rows.map(({ id }) => id);
  });
  afterAll(async () => service.stop());

  /** Everything that the analysis and the analyst see. */
  async function everything(): Promise<string> {
    const [analysis, focused, network, demand, profiles, evaluated] = await Promise.all([
      service.ask('community.analyse', {}),
      service.ask('community.analyse', { focus_areas: ['weaving', 'skills'] }),
      service.ask('community.network', {}),
      service.ask('community.demand', {}),
      service.ask('community.profiles', { limit: 25 }),
      service.ask('community.evaluate-rules', { rules: [openRule] }),
    ]);
    expect(analysis.candidates.length).toBeGreaterThan(0);
    expect(profiles.profiles).toHaveLength(2 * half);
    return JSON.stringify([analysis, focused, network, demand, profiles, evaluated]);
  }

  async function carriersOf(facet: string): Promise<number[]> {
    const rows = await service.sql<{ id: number }>(
      'select id from member where facets @> array[$1] order by id',
      [facet],
    );
    return rows.map(({ id }) => id);
  }

  async function evaluate() {
    const { evaluations } = await service.ask('community.evaluate-rules', { rules: [secretRule] });
    return evaluations[0]!;
  }

  async function quote(text: string, member_id = ids[0]!, field: 'bio' | 'prompt_responses' = 'bio') {
    const { verdicts } = await service.ask('community.verify-quotes', {
      quotes: [{ member_id, field, quote: text }],
    });
    return verdicts[0]!;
  }

  it('is in no candidate, facet, network, demand, profile or focus', async () => {
    const seen = await everything();
    expect(seen).not.toMatch(secrets);
    expect(seen).toContain('I grow woad.');
    expect(seen).toContain('I weave blankets number 3.');
    expect(seen).toContain('Dye gardens');
    const focused = await service.ask('community.analyse', { focus_areas: ['HIV'] });
    expect(focused.focus).toMatchObject({ known: [], unknown: [{ area: 'HIV' }] });
    expect(focused.focus!.unknown[0]!.nearest.join()).not.toMatch(secrets);
  });

  it('fulfils no rule', async () => {
    expect(await evaluate()).toMatchObject({ unknown_facets: ['skill:hiv'], member_ids: [], basis: null });
  });

  it('is no quote, and the reason does not repeat it', async () => {
    for (const [words, field] of [
      ['After chemo I learned to spin.', 'bio'],
      ['I learned to spin.', 'bio'],
      ['house is empty every August', 'bio'],
      ['I am a lesbian.', 'prompt_responses'],
      ['My rosary goes everywhere.', 'prompt_responses'],
    ] as const) {
      const verdict = await quote(words, ids[0], field);
      expect(verdict.verified).toBe(false);
      expect(verdict.reason).toMatch(/is not quoted/);
      expect(verdict.reason!).not.toMatch(secrets);
    }
    expect(await quote('I weave blankets number 0.')).toMatchObject({ verified: true });
  });

  it('stays with the member, whom the operator sees', async () => {
    const { members: found } = await service.ask('members.list', { q: 'm-', per_page: 1 });
    expect(found).toEqual([]);
    const member = await service.ask('members.get', { id: ids[0]! });
    expect(member.skills).toContain('HIV');
    expect(member.facets.map(({ key }) => key)).not.toContain('skill:hiv');
    expect(member.consents).toEqual([]);
  });

  it('is found in texts and facets that are about to be published', async () => {
    const { findings, agreed, revision } = await service.ask('community.sensitive', {
      texts: ['Weavers of the valley', 'They share a long-term illness.'],
      facets: ['skill:weaving', 'interest:catholic'],
      member_ids: ids,
    });
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'health', where: 'text', index: 1 }),
      { kind: 'faith', where: 'facet', index: 1, words: 'catholic' },
    ]);
    expect(agreed).toBe(false);
    expect(revision).toBeGreaterThan(0);
  });

  it('does not count for consent alone, nor for the switch alone', async () => {
    await service.importAll(
      ids.slice(0, half).map((_, at) => ({ ...members[at]!, consents: ['sensitive'] })),
    );
    expect(await carriersOf('skill:hiv')).toEqual([]);
    expect(await everything()).not.toMatch(secrets);
    await service.ask('members.update', { id: ids[0]!, patch: { consents: [] } });
    await service.restart({ SENSITIVE: 'on' });
    expect(await carriersOf('skill:hiv')).toEqual(ids.slice(1, half));
    const { profiles } = await service.ask('community.profiles', { member_ids: [ids[0]!, ids[1]!] });
    const [without, agreeing] = profiles;
    expect(JSON.stringify(without)).not.toMatch(secrets);
    expect(agreeing!.bio).toContain('After chemo');
  });

  it('counts like anything else with the switch on and the member’s consent', async () => {
    await service.ask('members.update', { id: ids[0]!, patch: { consents: ['sensitive'] } });
    const { member_ids } = await evaluate();
    expect(member_ids).toEqual(ids.slice(0, half));
    expect(await everything()).toMatch(/Catholic/);
    expect(await quote('After chemo I learned to spin.')).toMatchObject({ verified: true });
    const ask = async (of: number[]) =>
      (await service.ask('community.sensitive', { texts: ['HIV'], facets: [], member_ids: of })).agreed;
    expect(await ask(ids.slice(0, half))).toBe(true);
    expect(await ask(ids.slice(0, half + 1))).toBe(false);
    expect(await ask([])).toBe(false);
  });

  it('is gone once consent is withdrawn, with a new revision', async () => {
    const before = await service.ask('community.analyse', {});
    await service.ask('members.update', { id: ids[1]!, patch: { consents: [] } });
    await service.importAll([{ external_id: 'm-2', consents: [] }]);
    const left = [ids[0]!, ...ids.slice(3, half)];
    expect((await evaluate()).member_ids).toEqual(left);
    expect((await quote('After chemo I learned to spin.', ids[2])).verified).toBe(false);
    expect((await service.ask('community.analyse', {})).revision).toBe(before.revision + 2);
  });

  it('is gone once the switch is off', async () => {
    const { revision } = await service.ask('community.analyse', {});
    await service.restart();
    expect(await everything()).not.toMatch(secrets);
    expect((await service.ask('community.analyse', {})).revision).toBe(revision + 1);
    expect((await evaluate()).member_ids).toEqual([]);
  });

  it('is what the operator’s file says', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warren-sensitive-'));
    try {
      const file = join(folder, 'own.csv');
      await writeFile(file, 'kind,words,action\norigin,wild clay,\nhealth,hiv,remove\n');
      await service.restart({ SENSITIVE_FILE: file });
      expect(await carriersOf('interest:wild clay')).toEqual([]);
      expect(await carriersOf('skill:hiv')).toEqual(ids.slice(0, half));
      await writeFile(file, 'kind,words\nilness,flu\n');
      await expect(service.restart({ SENSITIVE_FILE: file })).rejects.toThrow(/"ilness" is no kind/);
    } finally {
      await rm(folder, { recursive: true });
      await service.restart();
    }
  });
});
