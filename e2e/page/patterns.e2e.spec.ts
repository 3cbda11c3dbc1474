import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import { z } from 'zod';
import { Pattern } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import { accessibilityProblems } from '../browser/accessible.ts';
import { startDiscoveredSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsOf } from '../browser/problems.ts';
import { patternsOf } from '../support.ts';

describe('the patterns', () => {
  let setup: BrowserSystem;
  let patterns: Pattern[];

  beforeAll(async () => {
    setup = await startDiscoveredSystem();
  }, 240_000);

  beforeEach(async () => {
    patterns = await patternsOf(setup.system);
  });

  afterAll(async () => setup.close());

  const press = async (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();

  async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([
      page.waitForEvent('download'),
      act(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }

  const first = (basis: string): Pattern => patterns.find(({ evidence }) => evidence.basis === basis)!;

  describe('the list of patterns', () => {
    it('shows each pattern with its members, and the view survives a reload', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/patterns');
      for (const { name } of patterns) {
        await page.getByRole('link', { name, exact: true }).waitFor();
      }
      await page.getByLabel('Category').selectOption('interest_theme');
      await page.getByLabel('Sort by').selectOption('name');
      const own = patterns.filter(({ category }) => category === 'interest_theme');
      await page.getByText(`${own.length} patterns`, { exact: true }).waitFor();
      const [, word = ''] = /(\w{6,})/.exec(own[0]!.name) ?? [];
      await page.getByRole('searchbox', { name: 'Search the patterns' }).fill(word);
      await page.waitForURL(`**/app/patterns?*q=${word}*`);
      await page.reload();
      await page.getByRole('link', { name: own[0]!.name }).waitFor();
      expect(await page.getByLabel('Category').inputValue()).toBe('interest_theme');
      await page.getByRole('searchbox', { name: 'Search the patterns' }).fill('nothing has this name');
      await page.getByRole('heading', { name: 'No pattern fits all of this' }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await press(page, 'Show all active patterns');
      await page.getByText(`${patterns.length} patterns`, { exact: true }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    it('filters by a member, whose name stays out of the address', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/patterns');
      await press(page, 'Of a member …');
      await page.getByRole('searchbox', { name: 'Search the members' }).fill('Aoife');
      await page.getByRole('button', { name: /Aoife/ }).click();
      await page.waitForURL('**/app/patterns?member=*');
      expect(page.url()).not.toMatch(/Aoife|Lindqvist/i);
      const member = Number(new URL(page.url()).searchParams.get('member'));
      const own = patterns.filter(({ related_member_ids }) => related_member_ids.includes(member));
      await page
        .getByText(own.length === 1 ? '1 pattern' : `${own.length} patterns`, { exact: true })
        .waitFor();
      await close();
    });

    it('is exported as CSV, JSON and a report', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/patterns');
      await page.getByText(`${patterns.length} patterns`, { exact: true }).waitFor();
      const take = async (kind: string) =>
        saved(page, async () => {
          await press(page, 'Export');
          await press(page, `Save as ${kind}`);
        });
      const csv = await take('CSV');
      expect(csv.name).toBe('patterns.csv');
      expect(csv.text.split('\r\n')).toHaveLength(patterns.length + 2);
      const json = z.object({ patterns: z.array(Pattern) }).parse(JSON.parse((await take('JSON')).text));
      expect(json.patterns.map(({ id }) => id).sort()).toEqual(patterns.map(({ id }) => id).sort());
      const report = (await take('Report')).text;
      for (const { name } of patterns) {
        expect(report).toContain(name);
      }
      await close();
    });
  });

  describe('one pattern', () => {
    it.each(['beyond_chance', 'share', 'wish'])(
      'shows its evidence in charts and words: %s',
      async (basis) => {
        const pattern = first(basis);
        for (const [screen, schemes] of [
          ['wide', ['light', 'dark']],
          ['phone', ['light']],
        ] as const) {
          const { page, complaints, close } = await openTab(setup.browser, setup.url, { screen });
          await page.goto(`/app/patterns/${pattern.id}`);
          await page.getByRole('heading', { level: 1, name: pattern.name }).waitFor();
          await page.getByRole('heading', { name: 'Members', exact: true }).waitFor();
          await page.waitForLoadState('networkidle');
          expect(await problemsOf(page, schemes)).toEqual([]);
          expect(complaints).toEqual([]);
          await close();
        }
      },
    );

    it('exports its charts as SVG and PNG', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/patterns/${first('beyond_chance').id}`);
      const take = async (kind: string) =>
        saved(page, async () => {
          await press(page, 'Save the picture “Observed against chance”');
          await page.getByRole('menuitem', { name: kind }).click();
        });
      const svg = await take('SVG');
      expect(svg.name).toMatch(/\.svg$/);
      expect(svg.text).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(svg.text).not.toMatch(/class=|var\(|light-dark/);
      expect((await take('PNG')).text).toContain('PNG');
      expect(complaints).toEqual([]);
      await close();
    });

    it('is pinned, renamed, dismissed and restored with the keyboard alone, and each change is undone', async () => {
      const pattern = first('beyond_chance');
      const now = async () => Pattern.parse((await setup.system.call(`patterns/${pattern.id}`)).body);
      const { page, close } = await openTab(setup.browser, setup.url);
      const key = async (name: string): Promise<void> => {
        // disabled while the change before it is saved
        await page.getByRole('button', { name, exact: true, disabled: false }).focus();
        await page.keyboard.press('Enter');
      };
      await page.goto(`/app/patterns/${pattern.id}`);
      await key('Pin');
      await page.getByRole('button', { name: 'Unpin' }).waitFor();
      expect((await now()).pinned).toBe(true);
      await key('Undo');
      await page.getByRole('button', { name: 'Pin', exact: true }).waitFor();
      expect((await now()).pinned).toBe(false);

      await key('Rename');
      // the dialog takes the focus once it is open
      await page.locator('input:focus').waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(patterns.find(({ id }) => id !== pattern.id)!.name);
      await page.keyboard.press('Enter');
      await page.getByText(/already the name of pattern/).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('textbox', { name: 'Name' }).fill('ab');
      await page.keyboard.press('Enter');
      await page.getByText(/at least 3|>=3|too small/i).waitFor();
      await page.getByRole('textbox', { name: 'Name' }).fill('What we call it');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'What we call it' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'What we call it' }).waitFor();

      await key('Retire');
      const retiring = page.getByRole('dialog', { name: 'Retire the pattern' });
      await retiring.getByRole('combobox', { name: 'Why?' }).selectOption('duplicate');
      expect(await accessibilityProblems(page)).toEqual([]);
      await retiring.getByRole('button', { name: 'Retire' }).press('Enter');
      await page.getByRole('button', { name: 'Reactivate' }).waitFor();
      expect(await now()).toMatchObject({ is_active: false, dismissed_because: 'duplicate' });
      await page.getByText('Duplicate: another pattern says it').waitFor();
      await key('Undo');
      await page.getByRole('button', { name: 'Retire' }).waitFor();
      expect((await now()).is_active).toBe(true);
      await close();
    });

    it('names members who joined since the previous run, and puts no name into an address', async () => {
      const pattern = first('beyond_chance');
      const now = async () => Pattern.parse((await setup.system.call(`patterns/${pattern.id}`)).body);
      const of = (kind: string) =>
        pattern.evidence.facets.filter(({ key }) => key.startsWith(`${kind}:`)).map(({ label }) => label);
      const newcomer = {
        external_id: 'newcomer',
        first_name: 'Nova',
        last_name: 'Newcomb',
        skills: of('skill'),
        interests: of('interest'),
      };
      await setup.system.call('members/import', {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: JSON.stringify(newcomer),
      });
      const has = async (members: number) =>
        waitFor(async () => (await now()).member_count === members, { describe: `${members} members` });
      await has(pattern.member_count + 1);
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/patterns/${pattern.id}`);
      await page.getByText(/^Since run \d+: 1 member joined, 0 left\.$/).waitFor();
      const person = page.getByText('Joined:').locator('..').getByRole('link', { name: 'Nova Newcomb' });
      expect(await person.getAttribute('href')).toMatch(/\/members\/\d+$/);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
      const id = (await now()).related_member_ids.find((some) => !pattern.related_member_ids.includes(some));
      await setup.system.call(`members/${id}`, { method: 'DELETE' });
      await has(pattern.member_count);
      await close();
    });

    it('says that an unknown pattern does not exist', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/patterns/99999');
      await page.getByText('There is no pattern 99999.').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await close();
    });
  });
});
