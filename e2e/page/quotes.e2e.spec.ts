import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { byTurn, reading } from '@warren/testing';
import type { AnswerTurn, Script } from '@warren/testing';
import { idsByExternal, showing } from '../analyst/adversarial/community.ts';
import { accept, ended } from '../analyst/runs.ts';
import { analyse, deletePatterns, save } from '../analyst/scripted-system.ts';
import { startScriptedBrowserSystem } from '../browser/browser-system.ts';
import type { ScriptedBrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere } from '../browser/problems.ts';
import { patternsOf } from '../support.ts';

/** Members of the sample in their own words. */
const said = {
  'bw-044': 'I came back to Brindlewick to look after my mother',
  'bw-055': 'Moved back here when dad got ill.',
  'bw-089': 'I moved back to nurse my mum',
};

describe('quotes', () => {
  let setup: ScriptedBrowserSystem;
  let path: string;
  let script: Script;

  beforeAll(async () => {
    setup = await startScriptedBrowserSystem();
    const ids = await idsByExternal(setup.system);
    const show = await showing(setup.system);
    const quotes = Object.entries(said).map(([member, quote]) => ({
      member_id: ids.get(member)!,
      field: 'bio',
      quote,
    }));
    script = byTurn([
      { tool_uses: [analyse, ...show(...quotes.map(({ member_id }) => member_id))] },
      { tool_uses: [save({ name: 'Home again for their parents', category: 'cross_domain', quotes })] },
      { text: 'One finding.' },
    ]);
    path = await found('');
  });

  /** Has the pattern found. @returns the path of its view */
  async function found(query: string): Promise<string> {
    setup.model.use(script);
    expect(await ended(setup.system, await accept(setup.system))).toMatchObject({ status: 'succeeded' });
    const patterns = await patternsOf(setup.system, query);
    return `/app/patterns/${patterns.find(({ evidence }) => evidence.basis === 'quotes')!.id}`;
  }

  afterAll(async () => setup.close());

  describe('a pattern in the words of its members', () => {
    it('shows each quote with its member and field, and no statistics', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto(path);
      await page
        .getByRole('region', { name: 'Evidence' })
        .getByText('In their own words', { exact: true })
        .waitFor();
      const quotes = page.getByRole('region', { name: 'In their own words' });
      for (const [name, words] of [
        ['Noor Castleford', said['bw-044']],
        ['Bettina Sallis', said['bw-055']],
        ['Anoushka Prideaux', said['bw-089']],
      ] as const) {
        const row = quotes.getByRole('listitem').filter({ hasText: words });
        await row.getByRole('link', { name }).waitFor();
        await row.getByText('in the bio').waitFor();
      }
      expect(await page.getByText('Observed against chance').count()).toBe(0);
      const reader = page.getByRole('region', { name: 'Second reader' });
      await reader.getByText('The evidence carries what it says.').waitFor();
      await quotes.getByRole('link', { name: 'Bettina Sallis' }).click();
      await page.getByRole('heading', { level: 1, name: 'Bettina Sallis' }).waitFor();
      await page.getByRole('link', { name: 'Home again for their parents' }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    it('has no accessibility problem', async () => {
      expect(
        await problemsEverywhere(setup, path, async (page) =>
          page.getByRole('region', { name: 'In their own words' }).waitFor(),
        ),
      ).toEqual([]);
    });
  });

  describe.each<[string, AnswerTurn, string | RegExp, string]>([
    [
      'to whose words a second reader objects',
      reading({ sensitive: [{ kind: 'health', words: 'dad got ill' }] }),
      /Health: .?dad got ill/,
      'The evidence carries what it says.',
    ],
    [
      'that no second reader could read',
      { text: 'I would rather not say.' },
      'No second reader has said that its quotes carry it',
      'Nobody has read it a second time: its answer could not be read.',
    ],
  ])('a pattern %s', (_what, answer, reason, verdict) => {
    it('shows why it is held and what the reader said, without an accessibility problem', async () => {
      await deletePatterns(setup.system);
      setup.model.useReader(() => answer);
      const held = await found('?held=true');
      expect(
        await problemsEverywhere(setup, held, async (page) => {
          const reasons = page.getByRole('region', { name: 'Held for you' }).getByRole('listitem');
          await reasons.filter({ hasText: reason }).first().waitFor();
          await page.getByRole('region', { name: 'Second reader' }).getByText(verdict).waitFor();
        }),
      ).toEqual([]);
    });

    it('is published once it is released', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/patterns');
      await page.getByRole('button', { name: /^Release Home again/ }).click();
      await page.getByText('Released: events and questions tell of it.').waitFor();
      expect(await patternsOf(setup.system)).toMatchObject([{ held: null }]);
      expect(complaints).toEqual([]);
      await close();
    });
  });
});
