import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Run } from '@warren/contracts';
import type { ServerProcess } from '@warren/servers';
import { byTurn, judging, proposing, themeTools } from '@warren/testing';
import type { ScriptedRequest, Turn } from '@warren/testing';
import { patternsOf, rowsOf, withDatabase } from '../support.ts';
import { accept, ended } from './runs.ts';
import { analyse, deletePatterns, resultOf, save, startScriptedSystem } from './scripted-system.ts';
import type { ScriptedSystem } from './scripted-system.ts';

const vans = [
  'My van stands idle most of the week, so borrow it.',
  'There is a van in the yard that hardly moves.',
  'I own a van and lend it gladly.',
  'We drive a big van that others may use.',
  'The old van carries more than I load.',
];
const needs = [
  'I need a van to fetch flour from the mill.',
  'A van is what I lack for the market stall.',
  'I look for somebody with a van now and then.',
];
const others = [
  ...['Long walks clear my head.', 'The river is high this spring.', 'I mend what others throw away.'],
  ...['Old maps hang in my kitchen.', 'My days begin slowly.', 'The choir was loud last night.'],
];
const bios = [...vans, ...needs, ...others];
const proposed = [
  { label: 'a spare van', side: 'has' as const, definition: 'Has a van that others may use.' },
  { label: 'a spare van', side: 'needs' as const, definition: 'Looks for a van to use.' },
];
/** Words that the model makes of a text, and that nobody wrote. */
const altered = 'I own a van and lend it to anybody.';

const Given = z.object({
  codebook: z.array(z.object({ theme: z.int().optional(), side: z.string() })),
  members: z.array(z.strictObject({ member: z.int(), bio: z.string() })).default([]),
  texts: z.array(z.strictObject({ bio: z.string() })).default([]),
});
const givenIn = ({ body }: ScriptedRequest): z.infer<typeof Given> =>
  Given.parse(JSON.parse(body.messages[0]!.content as string));
const sizes = (calls: readonly ScriptedRequest[]): number[] =>
  calls.map((call) => givenIn(call).members.length);

/** Proposes both sides of the van, and codes who writes of one; of one text it alters a word. */
function coder(request: ScriptedRequest): Turn {
  if (request.body.tool_choice?.name === themeTools.propose) {
    return proposing(proposed);
  }
  const { codebook, members } = givenIn(request);
  const numberOf = (side: string): number => codebook.find((theme) => theme.side === side)?.theme ?? 0;
  return judging(
    members.flatMap(({ member, bio }) => {
      const side = needs.includes(bio) ? 'needs' : /\bvans?\b/.test(bio) ? 'has' : undefined;
      const quote = bio === vans[2] ? altered : bio;
      return side === undefined ? [] : [{ member, theme: numberOf(side), quote }];
    }),
  );
}

const Analysis = z.looseObject({
  common_facets: z.array(z.looseObject({ key: z.string(), in_community: z.int() })),
});
const Facets = z.object({ bio: z.string(), themes: z.array(z.string()) });

describe('a run that codes what members write', () => {
  let folder: string;
  let scripted: ScriptedSystem;
  let worker: ServerProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-themes-'));
    const file = join(folder, 'members.ndjson');
    const members = bios.map((bio, n) => JSON.stringify({ external_id: `m-${n}`, bio }));
    await writeFile(file, members.join('\n'));
    const times = { WORKER_TIMEOUT_MS: '3600', POLL_MS: '100' };
    scripted = await startScriptedSystem(file, { THEMES: 'on', ...times }, { workers: 0 });
    scripted.model.useThemes(coder);
    worker = await working();
  }, 120_000);

  afterAll(async () => {
    await scripted.stop();
    await rm(folder, { recursive: true });
  });

  async function working(env: Record<string, string> = {}): Promise<ServerProcess> {
    return scripted.system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker', ...env });
  }

  /** The calls about themes during `work`. */
  async function callsIn(work: () => Promise<Run>): Promise<{ run: Run; calls: ScriptedRequest[] }> {
    const before = scripted.model.themeCalls().length;
    const run = await work();
    return { run, calls: scripted.model.themeCalls().slice(before) };
  }

  async function run(): Promise<Run> {
    return ended(scripted.system, await accept(scripted.system));
  }

  /** The theme facets of the members who have some, by what they wrote. */
  async function coded(): Promise<Map<string, string[]>> {
    const rows = await rowsOf(
      scripted.system,
      `select bio, themes from member_profile.member where themes <> '{}' order by bio`,
      Facets,
    );
    return new Map(rows.map(({ bio, themes }) => [bio, themes]));
  }

  /** Makes everything about themes as it was before the first run. */
  async function forgetThemes(): Promise<void> {
    await deletePatterns(scripted.system);
    await withDatabase(scripted.system, async (client) => {
      await client.query('truncate member_profile.theme cascade');
      await client.query('update member_profile.membership set themes_proposed_from = 0');
      await client.query(`update member_profile.member set themes = '{}', theme_labels = '{}'`);
    });
  }

  it('defines themes, judges everybody, and has a pattern saved by what it found', async () => {
    let shown: z.infer<typeof Analysis>['common_facets'] = [];
    scripted.model.use(
      byTurn([
        { tool_uses: [analyse] },
        (request) => {
          shown = Analysis.parse(resultOf(request)).common_facets;
          const keyOf = (kind: string): string =>
            shown.find(({ key }) => key.startsWith(`${kind}:`))?.key ?? '';
          const side = (key: string): object => ({ clauses: [{ at_least: 1, of: [key] }] });
          const rule = { givers: side(keyOf('theme')), seekers: side(keyOf('looking_for')) };
          return {
            tool_uses: [save({ name: 'Vans to share', category: 'collaboration_opportunity', rule })],
          };
        },
        { text: 'One finding.' },
      ]),
    );
    const { run: done, calls } = await callsIn(run);
    expect(done.rejected).toEqual([]);
    expect(done).toMatchObject({ status: 'succeeded', turns: 3, patterns: [{ name: 'Vans to share' }] });
    const codes = vans.length - 1 + needs.length;
    expect(done.themes).toEqual({
      ...{ defined: 2, judged_in_run: bios.length, left: 0, codes, refused: 1 },
    });
    expect(sizes(calls)).toEqual([0, bios.length]);
    expect(
      givenIn(calls[0]!)
        .texts.map(({ bio }) => bio)
        .sort(),
    ).toEqual([...bios].sort());

    const facets = await coded();
    expect([...facets.keys()]).toEqual([...vans.filter((bio) => bio !== vans[2]), ...needs].sort());
    expect(shown.filter(({ key }) => /^(theme|looking_for):/.test(key))).toMatchObject([
      { in_community: needs.length },
      { in_community: vans.length - 1 },
    ]);
    const [pattern] = await patternsOf(scripted.system);
    expect(pattern).toMatchObject({ member_count: codes, evidence: { basis: 'wish' } });
  });

  it('judges only whose text has changed, in one call', async () => {
    scripted.model.use([{ text: 'Nothing new.' }]);
    const bio = 'A van of mine stands behind the barn.';
    const at = bios.indexOf(others[0]!);
    await scripted.system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: JSON.stringify({ external_id: `m-${at}`, bio }),
    });
    const { run: done, calls } = await callsIn(run);
    expect(done.themes).toEqual({ defined: 0, judged_in_run: 1, left: 0, codes: 1, refused: 0 });
    expect(calls.map((call) => givenIn(call).members)).toEqual([[{ member: 1, bio }]]);
    expect((await coded()).has(bio)).toBe(true);
    bios[at] = bio;
  });

  it('tells the model nothing but texts and the codebook', () => {
    for (const { text } of scripted.model.themeCalls()) {
      expect(text).not.toMatch(/member_id|text_hash|external_id|facet|Brindlewick|"m-\d/);
    }
  });

  it.each([
    ['before the codebook is asked for', 'themes.before-call', 1, 0],
    ['before the codebook is stored', 'themes.after-response', 1, 1],
    ['before the stored codebook is defined', 'themes.after-store', 1, 0],
    ['before the defined codebook is counted', 'themes.after-reply', 1, 0],
    ['before a batch is asked for', 'themes.before-call', 2, 0],
    ['before a batch is stored', 'themes.after-response', 2, 1],
    ['before a stored batch is judged', 'themes.after-store', 2, 0],
    ['before a judged batch is counted', 'themes.after-reply', 2, 0],
    ['after a batch is counted', 'themes.after-commit', 2, 0],
  ])('is paid and counted once where its worker is killed %s', async (_when, point, nth, again) => {
    const before = await coded();
    await forgetThemes();
    await worker.stop(10_000);
    const victim = await working({ WARREN_FAILPOINT: `${point}:kill@${nth}` });
    scripted.model.use([{ text: 'Nothing else.' }]);
    const { run: done, calls } = await callsIn(async () => {
      const id = await accept(scripted.system);
      await victim.ended;
      worker = await working();
      return ended(scripted.system, id);
    });
    expect(done).toMatchObject({ status: 'succeeded', starts: 2, response_text: 'Nothing else.' });
    expect(done.themes).toEqual({
      ...{ defined: 2, judged_in_run: bios.length, left: 0, codes: vans.length + needs.length, refused: 1 },
    });
    expect(calls).toHaveLength(2 + again);
    expect(done.spend.uncertain_usd > 0).toBe(again > 0);
    expect(await coded()).toEqual(before);
  });
});
