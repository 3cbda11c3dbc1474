import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { MemberPage } from '@warren/contracts';
import { startBrowserSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere, problemsOf } from '../browser/problems.ts';

describe('the import', () => {
  let setup: BrowserSystem;
  let folder: string;
  let dropped: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-drop-'));
    dropped = join(folder, 'drop.ndjson');
    await writeFile(dropped, '{"external_id":"d-1","first_name":"Dropped"}\n');
    setup = await startBrowserSystem();
  }, 300_000);

  afterAll(async () => {
    await setup.close();
    await rm(folder, { recursive: true });
  });

  const good = 'external_id,first_name,skills\na-1,Ada,Weaving;Baking\na-2,Bo,Baking\n';
  const bad = 'external_id,first_name,email\na-1,Ada,\na-3,Cy,no address\n,Nobody,\n=4,Di,=cmd()\n';

  async function choose(page: Page, name: string, content: string): Promise<void> {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  }

  /** The figures of the report, by name. */
  async function figures(page: Page): Promise<Record<string, string>> {
    await page.getByRole('heading', { name: 'What came of it' }).waitFor();
    const pairs: [string, string][] = await page.evaluate(
      "[...document.querySelectorAll('dl > div')].map((pair) => [...pair.children].map((part) => part.textContent))",
    );
    return Object.fromEntries(pairs);
  }

  describe('the import of members', () => {
    it('imports a chosen file, with the keyboard alone, and reports the outcome', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members');
      await page.getByRole('heading', { name: 'There are no members yet' }).waitFor();
      await page.getByRole('link', { name: 'Import members' }).press('Enter');
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
      await (await choosing).setFiles({ name: 'new.csv', mimeType: 'text/csv', buffer: Buffer.from(good) });
      expect(await figures(page)).toMatchObject({
        New: '2',
        Changed: '0',
        'As they were': '0',
        'Not taken': '0',
      });
      await choose(page, 'again.TSV', good.replaceAll(',', '\t'));
      await page.getByText('Every member of the file was taken').waitFor();
      await page.locator('dl > div', { hasText: 'As they were' }).getByText('2', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'See the members' }).click();
      await page.getByRole('link', { name: 'Ada' }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('imports a dropped file', async () => {
      const { page, context, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members/import');
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      const { x, y } = (await page.getByText('Drop a file of members here').boundingBox())!;
      // over the debugging protocol, so that it is a file of this machine, as for a user
      const debug = await context.newCDPSession(page);
      const data = { items: [], files: [dropped], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await debug.send('Input.dispatchDragEvent', { type, x: x + 5, y: y + 5, data });
      }
      expect(await figures(page)).toMatchObject({ New: '1' });
      await close();
    }, 240_000);

    it('shows no green tick if members were imported in part or cells were empty, and says which', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members/import');
      await choose(page, 'part.csv', 'external_id;first_name;skills;is_public\na-1;;;yes\na-2;Bo;;perhaps\n');
      expect(await figures(page)).toMatchObject({ 'Taken in part': '1', 'Not taken': '0' });
      await page.getByText('3 fields of 2 members stayed as they were').waitFor();
      await page
        .getByRole('row', { name: /perhaps.*neither yes nor no/ })
        .getByText('taken without it')
        .waitFor();
      expect(await page.locator('[role=status][data-all]').getAttribute('data-all')).toBe('false');
      expect(await problemsOf(page)).toEqual([]);
      await close();
    }, 240_000);

    it('reports rejected lines one by one, and exports them as a file', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members/import');
      await choose(page, 'bad.csv', bad);
      expect(await figures(page)).toMatchObject({ 'Taken in part': '2', 'Not taken': '1' });
      await page.getByRole('row', { name: /no address.*not an e-mail address/ }).waitFor();
      expect(await problemsOf(page)).toEqual([]);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'All of them as CSV' }).press('Enter');
      const saved = await download;
      expect(saved.suggestedFilename()).toBe('rejected-lines.csv');
      const lines = (await readFile(await saved.path(), 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
      expect(lines[0]).toBe('line,field,member,reason');
      expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['3', '4', '5']);
      await close();
    }, 240_000);

    it('rejects a format it cannot read, and names those it can', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members/import');
      await choose(page, 'members.xlsx', good);
      await page.getByText('choose a file whose name ends in .csv').waitFor();
      await choose(page, 'other.json', '{"people": 1}');
      await page.getByRole('alert').getByText('must hold a list of members').first().waitFor();
      await page.getByRole('alert').locator('code', { hasText: 'file' }).waitFor();
      await close();
    }, 240_000);

    it('marks members who are not in the file as gone, on request', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members/import');
      await page.getByRole('checkbox', { name: /whole membership/ }).press('Space');
      await choose(page, 'all.csv', good);
      const asked = page.getByRole('alertdialog', {
        name: 'This file lacks 3 of 5 members. Mark them as cancelled?',
      });
      await asked.waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await figures(page)).toMatchObject({ 'Marked as gone': '0' });
      await page.getByText('the file lacks 3 of 5 members, and that was not confirmed').waitFor();
      await choose(page, 'all.csv', good);
      await asked.getByRole('button', { name: 'Mark 3 members as cancelled' }).press('Enter');
      await page.locator('dl > div', { hasText: 'Marked as gone' }).getByText('3', { exact: true }).waitFor();
      const { members } = MemberPage.parse((await setup.system.call('members?q=dropped')).body);
      expect(members).toMatchObject([{ membership_status: 'cancelled' }]);
      await close();
    }, 240_000);

    it('has no accessibility problem', async () => {
      const show = async (page: Page): Promise<void> =>
        page.getByRole('button', { name: 'Choose a file' }).waitFor();
      expect(await problemsEverywhere(setup, '/app/members/import', show)).toEqual([]);
    }, 240_000);
  });
});
