import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { byTurn } from '@warren/testing';
import type { ScriptedRequest } from '@warren/testing';
import { importMembers, patternsOf } from '../support.ts';
import { profilesIn, resultOf, save, startScriptedSystem } from './scripted-system.ts';
import type { ScriptedSystem } from './scripted-system.ts';

const bakers = ['My ovens are warm by noon.', 'I bake with slow heat.', 'Our loaves rise overnight.'];
const rowers = ['I row before the sun is up.', 'My boat lies at the quay.', 'We pull an eight on Sundays.'];

const Opening = z.looseObject({
  profiles: z.array(z.looseObject({ member_id: z.int(), bio: z.string(), changed: z.boolean().optional() })),
  patterns: z.array(z.looseObject({ pattern_id: z.int(), name: z.string() })).optional(),
  introductions: z.unknown(),
});
const Saved = z.looseObject({ pattern_id: z.int(), created: z.boolean(), member_count: z.int() });

/** The data of the first message. */
function openingOf({ body }: ScriptedRequest): z.infer<typeof Opening> {
  const content = body.messages[0]!.content;
  const text = Array.isArray(content) ? content.at(-1)!.text! : '';
  return Opening.parse(JSON.parse(text));
}

/** Quotes of the members who wrote these bios, whole. */
function quotesOf(request: ScriptedRequest, bios: readonly string[]): object[] {
  return [...profilesIn(request).values()]
    .filter(({ bio }) => bios.includes(bio))
    .sort((a, b) => a.member_id - b.member_id)
    .map(({ member_id, bio }) => ({ member_id, field: 'bio', quote: bio }));
}

describe('a later run', () => {
  let folder: string;
  let scripted: ScriptedSystem;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-memory-'));
    const file = join(folder, 'members.ndjson');
    const members = [
      ...[...bakers, ...rowers].map((bio, n) => ({ external_id: `m-${n}`, bio })),
      { external_id: 'seeker', looking_for: ['Welding'] },
      { external_id: 'giver', skills: ['Welding'] },
    ];
    await writeFile(file, members.map((member) => JSON.stringify(member)).join('\n'));
    scripted = await startScriptedSystem(file, { SMALLEST_GROUP: '1' });
    await scripted.runScript(
      byTurn([
        (request) => ({
          tool_uses: [
            save({
              name: 'Bakers of the morning',
              category: 'interest_theme',
              quotes: quotesOf(request, bakers),
            }),
            save({ name: 'On the water', category: 'interest_theme', quotes: quotesOf(request, rowers) }),
          ],
        }),
        { text: 'Two findings.' },
      ]),
    );
  }, 120_000);

  afterAll(async () => {
    await scripted.stop();
    await rm(folder, { recursive: true });
  });

  async function patch(name: string, change: object): Promise<number> {
    const { id } = (await patternsOf(scripted.system, '?is_active=all')).find((it) => it.name === name)!;
    const { status } = await scripted.system.call(`patterns/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
    return status;
  }

  it('is told what changed, what was saved and what the operator did, and adds quotes to a pattern', async () => {
    expect(await patch('Bakers of the morning', { pinned: true })).toBe(200);
    expect(await patch('On the water', { because: 'obvious' })).toBe(422);
    expect(await patch('On the water', { is_active: false, because: 'obvious' })).toBe(200);
    const met = await scripted.system.call('introductions/1', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'met', reason: 'over a gate' }),
    });
    expect(met.status).toBe(200);
    const fresh = 'I fire a kiln and bread in turn.';
    await importMembers(scripted.system, [
      { external_id: 'm-0', bio: 'My ovens are warm by noon. I sing.' },
      { external_id: 'new', bio: fresh },
    ]);
    let opening: z.infer<typeof Opening> | undefined;
    const results: unknown[] = [];
    const { run, rejected } = await scripted.runScript(
      byTurn([
        (request) => {
          opening = openingOf(request);
          const pattern_id = opening.patterns!.find(
            ({ name }) => name === 'Bakers of the morning',
          )!.pattern_id;
          const words = { pattern_id, name: 'Bakers of the morning', category: 'interest_theme' };
          return {
            tool_uses: [
              save({ ...words, quotes: quotesOf(request, [fresh]) }),
              save({ ...words, quotes: [{ member_id: 999, field: 'bio', quote: 'I was never here.' }] }),
            ],
          };
        },
        (request) => {
          results.push(resultOf(request, 0), resultOf(request, 1));
          return { text: 'One grew.' };
        },
      ]),
      { keep: true },
    );
    expect(opening!.profiles.map(({ bio, changed }) => [bio, changed]).sort()).toEqual([
      [fresh, undefined],
      ['My ovens are warm by noon. I sing.', true],
    ]);
    expect(opening!.introductions).toEqual([
      { seeker: 7, giver: 8, need: 'looking_for:welding', offer: 'skill:welding', state: 'met' },
    ]);
    expect(opening!.patterns).toHaveLength(2);
    expect(opening!.patterns!.find(({ name }) => name === 'Bakers of the morning')).toMatchObject({
      basis: 'quotes',
      description: expect.stringContaining('{member_count}'),
      quotes: bakers.map((quote) => expect.objectContaining({ quote })),
      member_ids: [1, 2, 3],
      operator: ['pinned'],
    });
    const dismissed = opening!.patterns!.find(({ name }) => name === 'On the water');
    expect(dismissed).toMatchObject({ operator: ['dismissed'], why: 'obvious' });
    expect(dismissed).not.toHaveProperty('quotes');
    expect(Saved.parse(results[0])).toMatchObject({ created: false, member_count: 4 });
    expect(rejected.map(({ kind }) => kind)).toEqual(['unknown_member']);
    expect(run.patterns).toHaveLength(1);
    const [grown] = await patternsOf(scripted.system);
    expect(grown).toMatchObject({
      name: 'Bakers of the morning',
      member_count: 4,
      version: 3,
      state: 'reinforced',
    });
    expect(grown!.evidence.quotes!.map(({ quote }) => quote)).toEqual([...bakers, fresh]);
  });

  it('does not tell a quote that is no longer what its member writes', async () => {
    await importMembers(scripted.system, [{ external_id: 'm-1', bio: 'I have moved on to boats.' }]);
    let told = '';
    await scripted.runScript(
      (request) => {
        told = JSON.stringify(openingOf(request).patterns);
        return { text: 'Nothing.' };
      },
      { keep: true },
    );
    expect(told).toContain('Our loaves rise overnight.');
    expect(told).not.toContain('slow heat');
  });
});
