import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startBrowserSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere, problemsOf } from '../browser/problems.ts';
import {
  chooseFile,
  figuresOf,
  importPreviewed,
  importThroughPage,
  membersFound,
  previewFile,
} from './import/import-page.ts';

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
  const bad =
    'external_id,first_name,email\na-1,Ada,ada@bad.example\na-3,Cy,no address\na-4,Eve,eve@bad.example,more\n=4,Di,=cmd()\n';

  describe('the import of members', () => {
    it('imports a chosen file, with the keyboard alone, and reports the outcome', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members');
      await page.getByRole('heading', { name: 'There are no members yet' }).waitFor();
      await page.getByRole('link', { name: 'Import members' }).press('Enter');
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
      await (await choosing).setFiles({ name: 'new.csv', mimeType: 'text/csv', buffer: Buffer.from(good) });
      const preview = page.getByRole('heading', { name: 'What this file would do' });
      await preview.waitFor();
      // the focus is at the preview, and nothing is stored yet
      expect(await page.evaluate('document.activeElement.textContent')).toBe('What this file would do');
      expect(await figuresOf(page)).toMatchObject({ New: '2', Changed: '0', 'Lines not taken': '0' });
      expect(await membersFound(setup, 'ada')).toEqual([]);
      await importPreviewed(page);
      expect(await figuresOf(page)).toMatchObject({
        New: '2',
        Changed: '0',
        'As they were': '0',
        'Not taken': '0',
      });
      await page.getByRole('button', { name: 'Import another file' }).press('Enter');
      await chooseFile(page, 'again.TSV', good.replaceAll(',', '\t'));
      await preview.waitFor();
      await importPreviewed(page);
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
      await page.getByRole('button', { name: 'Import 1 member' }).waitFor();
      await importPreviewed(page);
      expect(await figuresOf(page)).toMatchObject({ New: '1' });
      await close();
    }, 240_000);

    it('shows no green tick if members were imported in part or cells were empty, and says which', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await importThroughPage(
        page,
        'part.csv',
        'external_id;first_name;skills;is_public\na-1;;;yes\na-2;Bo;;perhaps\n',
      );
      expect(await figuresOf(page)).toMatchObject({ 'Taken in part': '1', 'Not taken': '0' });
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
      await previewFile(page, 'bad.csv', bad);
      await page.getByRole('region', { name: 'What would not be taken' }).getByRole('row').nth(1).waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await importPreviewed(page);
      expect(await figuresOf(page)).toMatchObject({ 'Taken in part': '2', 'Not taken': '1' });
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

    it('rejects a file it cannot read, and asks for another', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members/import');
      await chooseFile(
        page,
        'picture.csv',
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      );
      await page.getByRole('alert').waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await chooseFile(page, 'good.csv', good);
      await page.getByRole('heading', { name: 'What this file would do' }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await close();
    }, 240_000);

    it('marks members who are not in the file as gone, on request', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members/import');
      await page.getByRole('checkbox', { name: /whole membership/ }).press('Space');
      await chooseFile(page, 'all.csv', good);
      await page.getByText('The file lacks 3 of 5 members').waitFor();
      await page.getByRole('button', { name: 'Import 2 members' }).press('Enter');
      const asked = page.getByRole('alertdialog', {
        name: 'This file lacks 3 of 5 members. Mark them as cancelled?',
      });
      await asked.waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await asked.getByRole('button', { name: 'Keep them' }).press('Enter');
      await page.getByRole('heading', { name: 'What came of it' }).waitFor();
      expect(await figuresOf(page)).toMatchObject({ 'Marked as gone': '0' });
      await page.getByText('the file lacks 3 of 5 members, and that was not confirmed').waitFor();
      await page.getByRole('button', { name: 'Import another file' }).press('Enter');
      await page.getByRole('checkbox', { name: /whole membership/ }).press('Space');
      await chooseFile(page, 'all.csv', good);
      await page.getByRole('button', { name: 'Import 2 members' }).press('Enter');
      await asked.getByRole('button', { name: 'Mark 3 members as cancelled' }).press('Enter');
      await page.locator('dl > div', { hasText: 'Marked as gone' }).getByText('3', { exact: true }).waitFor();
      expect(await membersFound(setup, 'dropped')).toMatchObject([{ membership_status: 'cancelled' }]);
      await close();
    }, 240_000);

    it('has no accessibility problem', async () => {
      const show = async (page: Page): Promise<void> =>
        page.getByRole('button', { name: 'Choose a file' }).waitFor();
      expect(await problemsEverywhere(setup, '/app/members/import', show)).toEqual([]);
    }, 240_000);
  });
});
