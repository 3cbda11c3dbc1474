import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Pattern } from '@warren/contracts';
import { startBrowserSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { patternsOf, sample } from '../support.ts';

/** An operator's first day, in one tab and with the keyboard alone, from the members to the report. */
describe('the journey', () => {
  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startBrowserSystem();
  });

  afterAll(async () => setup.close());

  describe('the first day of an operator', () => {
    it('leads from a file of members to patterns that are read, named, pinned and exported', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      const enter = async (role: 'button' | 'link', name: string): Promise<void> => {
        const target = page.getByRole(role, { name, exact: true }).first();
        await target.focus();
        expect(await page.evaluate('document.activeElement.tabIndex')).toBe(0);
        await page.keyboard.press('Enter');
      };
      const press = async (name: string): Promise<void> => enter('button', name);
      const follow = async (name: string): Promise<void> => enter('link', name);

      await page.goto('/');
      await follow('Members');
      // the new view takes the focus, and the link is there before it
      await page.locator('h1:focus', { hasText: 'Members' }).waitFor();
      await follow('Import');
      const choosing = page.waitForEvent('filechooser');
      await press('Choose a file');
      await (await choosing).setFiles(sample);
      await page.getByRole('button', { name: /^Import \d+ members$/ }).press('Enter');
      await page.getByText('Every member of the file was taken').waitFor();

      await follow('Discover');
      await press('Discover');
      await page
        .getByRole('list', { name: 'Steps, the newest first' })
        .getByRole('listitem')
        .first()
        .waitFor();
      await page.getByRole('heading', { name: /^\d+ new patterns$/ }).waitFor();
      const found = await patternsOf(setup.system);
      await follow('See them');
      await page.getByText(`${found.length} patterns`, { exact: true }).waitFor();

      const proven = found.find(({ evidence }) => evidence.basis === 'beyond_chance')!;
      await follow(proven.name);
      await page.getByRole('heading', { level: 1, name: proven.name }).waitFor();
      await page.getByRole('region', { name: 'Evidence' }).getByText('Observed against chance').waitFor();
      await press('Rename');
      // the dialog takes the focus once it is open
      await page.locator('input:focus').waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Our first finding');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Our first finding' }).waitFor();
      // the dialog returns the focus to the button that opened it
      await page.locator('button:focus', { hasText: 'Rename' }).waitFor();
      await press('Pin');
      await page.getByRole('button', { name: 'Unpin' }).waitFor();

      await follow('All patterns');
      await press('Export');
      const download = page.waitForEvent('download');
      await press('Save as JSON');
      const exported = z
        .object({ patterns: z.array(Pattern) })
        .parse(JSON.parse(await readFile(await (await download).path(), 'utf8')));
      expect(exported.patterns.find(({ id }) => id === proven.id)).toMatchObject({
        name: 'Our first finding',
        pinned: true,
        related_member_ids: proven.related_member_ids,
      });

      await page.reload();
      await page.getByRole('link', { name: 'Our first finding', exact: true }).waitFor();
      await page.getByLabel('Pinned').first().waitFor();
      expect(complaints).toEqual([]);
      await close();
    });
  });
});
