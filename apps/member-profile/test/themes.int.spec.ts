import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MemberLine, RequestInput, ThemeDefinition } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const heat: ThemeDefinition = {
  label: 'Leftover oven heat',
  side: 'has',
  definition: 'Has heat of an oven or a kiln to give once the work is done.',
  excludes: 'Baking as such.',
};
const drying: ThemeDefinition = {
  label: 'Drying without a machine',
  side: 'needs',
  definition: 'Looks for a warm and dry place, to dry harvest or wood in.',
  excludes: '',
};

const ada: MemberLine = {
  external_id: 'ada',
  first_name: 'Ada',
  last_name: 'Quexley',
  bio: 'I bake at night. My oven stays hot until noon.',
  skills: ['Bread baking'],
};
const ben: MemberLine = {
  external_id: 'ben',
  first_name: 'Ben',
  last_name: 'Orr',
  bio: 'I grow beans.',
  looking_for: ['a warm place where the beans of autumn can dry'],
  skills: ['Gardening'],
};
const cleo: MemberLine = {
  external_id: 'cleo',
  first_name: 'Cleo',
  last_name: 'Plum',
  bio: 'I would never give away the heat of my kiln.',
  interests: ['Pottery'],
};

describe('themes', () => {
  let service: Service;
  const ids = new Map<string, number>();

  beforeEach(async () => {
    service = await startService();
    await service.importAll([ada, ben, cleo, { external_id: 'silent', skills: ['Welding'] }]);
    const rows = await service.sql<{ id: number; external_id: string }>('select id, external_id from member');
    rows.forEach(({ id, external_id }) => ids.set(external_id, id));
  });
  afterEach(async () => service.stop());

  const idOf = (name: string): number => ids.get(name)!;
  const revision = async (): Promise<number> =>
    (await service.sql<{ revision: number }>('select revision from membership'))[0]!.revision;
  const facetsOf = async (name: string): Promise<string[]> =>
    (await service.ask('members.get', { id: idOf(name) })).facets.map(({ key }) => key);
  const define = async (...themes: ThemeDefinition[]) => service.ask('themes.define', { themes });

  /** Judges everybody who is left for all themes, with these codes. */
  async function judgeAll(
    codes: Record<string, RequestInput<'themes.judge'>['judgements'][number]['codes']> = {},
    only: (name: string) => boolean = () => true,
  ) {
    const { themes, members } = await service.ask('themes.to-judge', { limit: 25 });
    const nameOf = new Map([...ids].map(([name, id]) => [id, name]));
    return service.ask('themes.judge', {
      judgements: members
        .filter(({ member_id }) => only(nameOf.get(member_id)!))
        .map(({ member_id, text_hash }) => ({
          member_id,
          text_hash,
          theme_ids: themes.map(({ id }) => id),
          codes: codes[nameOf.get(member_id)!] ?? [],
        })),
    });
  }

  const oven = (theme_id: number) => ({ theme_id, field: 'bio' as const, quote: 'My oven stays hot' });
  const beans = (theme_id: number) => ({
    theme_id,
    field: 'looking_for' as const,
    quote: 'the beans of autumn',
  });

  async function coded(): Promise<[number, number]> {
    const { themes } = await define(heat, drying);
    const [has, needs] = themes.map(({ id }) => id) as [number, number];
    await judgeAll({ ada: [oven(has)], ben: [beans(needs)] });
    return [has, needs];
  }

  it('are defined once each, and count whom they were proposed from', async () => {
    expect(await service.ask('themes.list', {})).toEqual({
      themes: [],
      written: 3,
      judged: 0,
      proposed_from: 0,
    });
    const before = await revision();
    const first = await define(heat, drying);
    expect(first.refused).toEqual([]);
    expect(first.themes).toMatchObject([heat, drying]);
    const again = await define({
      ...heat,
      label: 'leftover  oven-heat',
      definition: 'Something else altogether.',
    });
    expect(again).toEqual({ themes: first.themes, refused: [] });
    expect(await service.ask('themes.list', {})).toMatchObject({ proposed_from: 3, judged: 0, written: 3 });
    expect(await revision()).toBe(before);
  });

  it('are refused where they are sensitive, name somebody, or mean another one', async () => {
    const reasons = async (...themes: Partial<ThemeDefinition>[]) =>
      (await define(...themes.map((theme) => ({ ...heat, ...theme })))).refused.map(({ reason }) => reason);
    expect(await reasons({ label: 'Living with depression' })).toEqual([
      expect.stringContaining('sensitive'),
    ]);
    expect(await reasons({ definition: 'Says that he or she has cancer or diabetes.' })).toEqual([
      expect.stringContaining('sensitive'),
    ]);
    expect(await reasons({ definition: 'Works with Ada Quexley at the oven.' })).toEqual([
      expect.stringContaining('name'),
    ]);
    expect(await reasons({ excludes: 'Who writes to ovens@canary.example.' })).toEqual([
      expect.stringContaining('name'),
    ]);
    expect(await reasons({ label: 'Ada Quexley' })).toEqual([expect.stringContaining('name')]);
    expect(await reasons({ label: 'JavaScript' }, { label: 'ECMAScript' })).toEqual([
      expect.stringContaining('JavaScript'),
    ]);
    expect((await service.ask('themes.list', {})).themes).toHaveLength(1);
  });

  it('are at most sixty', async () => {
    const many = Array.from({ length: 61 }, (_, at) => ({ ...heat, label: `Theme number ${at}` }));
    await define(...many.slice(0, 40));
    const { themes, refused } = await define(...many.slice(40));
    expect(themes).toHaveLength(60);
    expect(refused).toEqual([{ label: 'Theme number 60', reason: expect.stringContaining('60 themes') }]);
  });

  it('are judged from texts alone, as they may be shown', async () => {
    await define(heat, drying);
    const { themes, members, left } = await service.ask('themes.to-judge', { limit: 2 });
    expect({ themes: themes.length, members: members.length, left }).toEqual({
      themes: 2,
      members: 2,
      left: 3,
    });
    const { members: all } = await service.ask('themes.to-judge', { limit: 25 });
    expect(all.map(({ member_id }) => member_id).sort()).toEqual(['ada', 'ben', 'cleo'].map(idOf).sort());
    expect(all.slice(0, 2)).toEqual(members);
    const one = all.find(({ member_id }) => member_id === idOf('ada'))!;
    expect(Object.keys(one).sort()).toEqual([
      'bio',
      'looking_for',
      'member_id',
      'prompt_responses',
      'text_hash',
    ]);
    expect(one.bio).toBe(ada.bio);
    const { profiles } = await service.ask('community.profiles', { member_ids: [idOf('ada')] });
    expect(one.text_hash).toBe(profiles[0]!.text_hash);

    const sample = await service.ask('themes.sample', { characters: 10_000 });
    expect(sample.written).toBe(3);
    expect(sample.texts.map(({ bio }) => bio)).toEqual(all.map(({ bio }) => bio));
    const [first] = sample.texts;
    const length = first!.bio.length + first!.looking_for.length;
    expect((await service.ask('themes.sample', { characters: length })).texts).toEqual([first]);
    expect((await service.ask('themes.sample', { characters: length - 1 })).texts).toEqual([]);
  });

  it('give members facets, by quotes that stand in their texts', async () => {
    const before = await revision();
    const [has, needs] = await coded();
    expect(await revision()).toBe(before + 1);
    expect(await facetsOf('ada')).toEqual(['skill:bread baking', 'theme:leftover oven heat']);
    expect(await facetsOf('ben')).toContain('looking_for:drying without a machine');
    const { facets } = await service.ask('members.get', { id: idOf('ada') });
    expect(facets.at(-1)).toEqual({
      key: 'theme:leftover oven heat',
      label: 'Leftover oven heat',
      quote: 'My oven stays hot until noon.',
    });
    const { members: briefs } = await service.ask('members.briefs', { ids: [idOf('ada')] });
    expect(briefs[0]!.facets).toEqual(facets);
    const { profiles } = await service.ask('community.profiles', { member_ids: [idOf('ada')] });
    expect(profiles[0]!.facets.map(({ key }) => key)).toContain('theme:leftover oven heat');
    const { found } = await service.ask('community.find-facets', { texts: ['oven heat'], limit: 5 });
    expect(found[0]!.facets).toContainEqual({
      key: 'theme:leftover oven heat',
      label: 'Leftover oven heat',
      in_community: 1,
    });
    const { members } = await service.ask('members.list', { q: 'leftover', page: 1, per_page: 5 });
    expect(members.map(({ id }) => id)).toEqual([idOf('ada')]);

    expect(await service.ask('themes.get', { id: has })).toMatchObject({
      key: 'theme:leftover oven heat',
      members: 1,
      judged: 3,
      written: 3,
      share: 1 / 3,
      untested: null,
      codes: [
        {
          member_id: idOf('ada'),
          field: 'bio',
          quote: 'My oven stays hot until noon.',
        },
      ],
    });
    const listed = await service.ask('themes.list', {});
    expect(listed).toMatchObject({ written: 3, judged: 3 });
    expect(listed.themes.map(({ id }) => id)).toEqual([has, needs]);
    expect(await service.ask('themes.to-judge', { limit: 5 })).toMatchObject({ members: [], left: 0 });
  });

  it('are not given by words that do not stand there, that are turned, or of another theme', async () => {
    const { themes } = await define(heat);
    const has = themes[0]!.id;
    const reply = await judgeAll({
      ada: [{ theme_id: has, field: 'bio', quote: 'My kiln stays hot' }],
      ben: [{ theme_id: has + 7, field: 'bio', quote: 'I grow beans' }],
      cleo: [{ theme_id: has, field: 'bio', quote: 'give away the heat of my kiln' }],
    });
    expect(reply).toMatchObject({ stored: 3, codes: 0, outdated: [] });
    const reasons = new Map(reply.refused.map(({ member_id, reason }) => [member_id, reason]));
    expect(reasons.get(idOf('ada'))).toContain('do not stand in the bio');
    expect(reasons.get(idOf('ben'))).toContain('not judged for this theme');
    expect(reasons.get(idOf('cleo'))).toContain('never');
    expect(await facetsOf('cleo')).toEqual(['interest:pottery']);
    expect((await service.ask('themes.list', {})).judged).toBe(3);
  });

  it('change nothing when they are judged the same again, and are dropped when judged otherwise', async () => {
    const [has] = await coded();
    const before = await revision();
    const { profiles } = await service.ask('community.profiles', {});
    const judgement = (name: string, quote?: string) => ({
      member_id: idOf(name),
      text_hash: profiles.find(({ member_id }) => member_id === idOf(name))!.text_hash,
      theme_ids: [has],
      codes: quote === undefined ? [] : [{ theme_id: has, field: 'bio' as const, quote }],
    });
    const judge = async (...judgements: ReturnType<typeof judgement>[]) =>
      service.ask('themes.judge', { judgements });
    expect(await judge(judgement('ada', 'oven stays hot'), judgement('cleo'))).toMatchObject({
      stored: 2,
      codes: 1,
    });
    expect(await revision()).toBe(before);
    const times = await service.sql('select distinct judged_at from theme_judgement');
    expect(times).toHaveLength(1);

    expect(await judge({ ...judgement('ada'), text_hash: 'of another text' })).toMatchObject({
      stored: 0,
      outdated: [idOf('ada')],
    });
    expect(await facetsOf('ada')).toContain('theme:leftover oven heat');
    expect(await judge(judgement('ada'))).toMatchObject({ stored: 1, codes: 0 });
    expect(await revision()).toBe(before + 1);
    expect(await facetsOf('ada')).toEqual(['skill:bread baking']);
  });

  it('go with the text that carried them, and not with other fields', async () => {
    const [has] = await coded();
    await service.importAll([{ external_id: 'ada', company: 'Night Bakery', location: 'Brindle' }]);
    expect(await facetsOf('ada')).toContain('theme:leftover oven heat');
    expect((await service.ask('themes.list', {})).judged).toBe(3);

    await service.importAll([{ external_id: 'ada', looking_for: ['somebody who sells bread'] }]);
    expect(await facetsOf('ada')).toContain('theme:leftover oven heat');
    expect(await service.ask('themes.list', {})).toMatchObject({ judged: 2 });
    expect(await service.ask('themes.get', { id: has })).toMatchObject({ members: 1, judged: 2, share: 0 });

    await service.ask('members.update', { id: idOf('ada'), patch: { bio: 'I bake at night.' } });
    expect(await facetsOf('ada')).not.toContain('theme:leftover oven heat');
    expect(await service.ask('themes.get', { id: has })).toMatchObject({ members: 0, codes: [] });
    const analysis = await service.ask('community.analyse', {});
    expect(analysis.common_facets.map(({ key }) => key)).not.toContain('theme:leftover oven heat');

    // the old text does not make the old judgement, without its code, a judgement of it
    await service.importAll([{ ...ada, looking_for: [] }], null, 'clear');
    expect(
      (await service.ask('themes.to-judge', { limit: 5 })).members.map(({ member_id }) => member_id),
    ).toEqual([idOf('ada')]);
    await judgeAll({ ada: [oven(has)] });
    expect(await facetsOf('ada')).toContain('theme:leftover oven heat');
  });

  it('go when a member no longer agrees to sensitive words, since some may rest on them', async () => {
    await service.importAll([{ external_id: 'ada', consents: ['sensitive'] }]);
    await coded();
    await service.importAll([{ external_id: 'ada', company: 'Night Bakery' }]);
    expect(await facetsOf('ada')).toContain('theme:leftover oven heat');
    await service.importAll([{ external_id: 'ada', consents: [] }], null, 'clear');
    expect(await facetsOf('ada')).toEqual(['skill:bread baking']);
  });

  it('stay when an import is undone that changed something else', async () => {
    await coded();
    await service.ask('members.begin-import', { import_id: 'wrong', source: 'wrong' });
    await service.importAll([{ external_id: 'ada', company: 'Wrong Bakery' }], 'wrong');
    await service.ask('members.finish-import', { import_id: 'wrong', state: 'done', rejected_lines: 0 });
    await service.ask('members.undo-import', { import_id: 'wrong' });
    expect(await facetsOf('ada')).toContain('theme:leftover oven heat');
  });

  it('are merged into what members list, and count there', async () => {
    const { themes } = await define({ ...heat, label: 'Breadbaking' });
    const id = themes[0]!.id;
    await judgeAll({ ada: [oven(id)], ben: [{ theme_id: id, field: 'bio', quote: 'I grow beans' }] });
    expect((await service.ask('themes.get', { id })).same_as).toEqual([
      { key: 'skill:bread baking', label: 'Bread baking', members: 1 },
    ]);
    const patch = async (into: string | null) =>
      service.ask('themes.patch', { id, patch: { merged_into: into } });
    await expect(patch('skill:kiln firing')).rejects.toMatchObject({ name: 'InvalidRequest' });
    await expect(patch('theme:breadbaking')).rejects.toMatchObject({ name: 'Conflict' });
    await expect(patch('looking_for:a warm place')).rejects.toMatchObject({ name: 'Conflict' });
    await expect(service.ask('themes.patch', { id: 999, patch: {} })).rejects.toMatchObject({
      name: 'ThemeNotFound',
    });
    expect(await patch('skill:bread baking')).toMatchObject({
      key: 'skill:bread baking',
      merged_into: 'skill:bread baking',
      same_as: [],
      members: 2,
      untested: 'merged',
    });
    expect(await facetsOf('ada')).toEqual(['skill:bread baking']);
    expect(await facetsOf('ben')).toContain('skill:bread baking');
    const { common_facets } = await service.ask('community.analyse', {});
    expect(common_facets).toContainEqual({
      key: 'skill:bread baking',
      label: 'Bread baking',
      in_community: 2,
    });
    // whoever stops listing it still writes of it
    await service.importAll([{ external_id: 'ada', skills: ['Accounting'] }]);
    expect(await facetsOf('ada')).toEqual(['skill:accounting', 'skill:bread baking']);
    const before = await revision();
    await patch('skill:bread baking').catch((error: unknown) => error);
    expect(await revision()).toBe(before);
    await patch(null);
    expect(await facetsOf('ben')).not.toContain('skill:bread baking');
    const { entries } = await service.ask('members.list-audit', { action: 'themes.patch', outcome: 'done' });
    expect(entries.map(({ target, details }) => [target?.ids, details])).toEqual([
      [[String(id)], { status: 'active', merged: false }],
      [[String(id)], { status: 'active', merged: true }],
    ]);
  });

  it('are dismissed for good, until somebody takes them up again', async () => {
    const [has] = await coded();
    const before = await revision();
    const dismissed = await service.ask('themes.patch', { id: has, patch: { status: 'dismissed' } });
    expect(dismissed).toMatchObject({ status: 'dismissed', untested: 'dismissed' });
    expect(await revision()).toBe(before + 1);
    expect(await facetsOf('ada')).toEqual(['skill:bread baking']);
    const { themes, refused } = await define(heat);
    expect(themes.map(({ label }) => label)).toEqual([drying.label]);
    expect(refused).toEqual([{ label: heat.label, reason: expect.stringContaining('dismissed') }]);
    expect((await service.ask('themes.list', {})).themes).toHaveLength(1);
    expect((await service.ask('themes.list', { dismissed: true })).themes).toHaveLength(2);
    await service.ask('themes.patch', { id: has, patch: { status: 'active' } });
    expect(await facetsOf('ada')).toContain('theme:leftover oven heat');
  });

  it('take no part in tests while some were not judged for them, or where lists were read from the same text', async () => {
    const [has] = await coded();
    const untested = async () =>
      new Map((await service.ask('themes.list', {})).themes.map((theme) => [theme.label, theme.untested]));
    const drums: ThemeDefinition = { ...heat, label: 'Drumming at night' };
    await define(drums);
    expect((await untested()).get(drums.label)).toBe('incomplete');
    expect((await untested()).get(heat.label)).toBeNull();
    await judgeAll({ ada: [oven(has)], ben: [] }, (name) => name === 'ada');
    expect((await untested()).get(drums.label)).toBe('incomplete');
    await service.importAll([
      { external_id: 'dora', bio: 'I weld gates. My oven stays hot until noon.' },
      { external_id: 'emil', bio: 'I repair clocks.' },
    ]);
    const rows = await service.sql<{ id: number }>('select id from member where external_id = $1', ['dora']);
    ids.set('dora', rows[0]!.id);
    // who is new was judged for nothing yet, which says nothing of any theme
    expect((await untested()).get(heat.label)).toBeNull();
    const before = await revision();
    await judgeAll({ ada: [oven(has)], ben: [], dora: [oven(has)] });
    expect(await revision()).toBe(before + 1);
    expect(await facetsOf('dora')).toEqual(
      expect.arrayContaining(['skill:welding', 'theme:leftover oven heat']),
    );
    expect(await untested()).toEqual(
      new Map([
        [heat.label, 'derived'],
        [drying.label, null],
        [drums.label, null],
      ]),
    );
    const rule = { clauses: [{ at_least: 2, of: ['skill:welding', 'theme:leftover oven heat'] }] };
    const { evaluations } = await service.ask('community.evaluate-rules', { rules: [rule] });
    expect(evaluations[0]!.statistics.p_value).toBeNull();
  });

  it('leave with an erased member, and so do the words that they took from the member', async () => {
    const [has] = await coded();
    await service.importAll([
      { external_id: 'gus', first_name: 'Gus', bio: 'Old clay pots on a rusty bicycle, that is me.' },
    ]);
    const { themes } = await define({
      label: 'Clay pots on a rusty bicycle',
      side: 'is',
      definition: 'Rides with old clay pots on a rusty bicycle, or would.',
      excludes: '',
    });
    const own = themes.find(({ label }) => label.startsWith('Clay'))!.id;
    await judgeAll({ ada: [oven(has), { theme_id: own, field: 'bio', quote: 'I bake at night' }], ben: [] });
    expect(await facetsOf('ada')).toContain('theme:clay pots on a rusty bicycle');
    const [gus] = await service.sql<{ id: number }>('select id from member where external_id = $1', ['gus']);
    const exported = await service.ask('members.export', { id: idOf('ada') });
    expect(exported.themes).toContainEqual({
      theme: heat.label,
      key: 'theme:leftover oven heat',
      field: 'bio',
      quote: 'My oven stays hot until noon.',
    });
    expect(exported.rows).toContainEqual({
      table: 'theme_judgement',
      key: { member_id: String(idOf('ada')), theme_id: String(has) },
      columns: ['member_id'],
    });
    expect((await service.ask('members.export', { id: gus!.id })).rows.map(({ table }) => table)).toContain(
      'theme',
    );

    await service.ask('members.erase', { id: gus!.id });
    const left = await service.sql('select label, folded, definition from theme where id = $1', [own]);
    expect(JSON.stringify(left)).not.toMatch(/clay|bicycle/i);
    expect(await facetsOf('ada')).toContain(`theme:theme ${own}`);
    await service.ask('members.erase', { id: idOf('ada') });
    expect(await service.sql('select from theme_judgement where member_id = $1', [idOf('ada')])).toEqual([]);
    expect(await service.ask('themes.get', { id: has })).toMatchObject({ members: 0, codes: [] });
  });

  it('are told of nobody once the operator calls their label sensitive', async () => {
    await coded();
    const folder = await mkdtemp(join(tmpdir(), 'warren-words-'));
    const file = join(folder, 'sensitive.json');
    await writeFile(file, JSON.stringify({ health: { add: ['oven heat'], remove: [] } }));
    const before = await revision();
    await service.restart({ SENSITIVE_FILE: file });
    expect(await revision()).toBeGreaterThan(before);
    expect(await facetsOf('ada')).toEqual(['skill:bread baking']);
    expect((await service.ask('themes.to-judge', { limit: 1 })).themes.map(({ label }) => label)).toEqual([
      drying.label,
    ]);
    expect((await define(heat)).refused).toEqual([
      { label: heat.label, reason: expect.stringContaining('sensitive') },
    ]);
    await service.restart({});
    expect(await facetsOf('ada')).toContain('theme:leftover oven heat');
    await rm(folder, { recursive: true });
  });
});
