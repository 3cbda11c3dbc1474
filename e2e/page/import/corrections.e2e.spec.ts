import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBrowserSystem } from '../../browser/browser-system.ts';
import type { BrowserSystem } from '../../browser/browser-system.ts';
import { openTab } from '../../browser/open-page.ts';
import { problemsOf } from '../../browser/problems.ts';
import {
  chooserOf,
  correct,
  figuresOf,
  importPreviewed,
  importThroughPage,
  membersFound,
  previewFile,
  roleOf,
} from './import-page.ts';

describe('what a file was taken for', () => {
  /** No heading, and no value, says that the letters are skills. */
  const coded = (name: string): string =>
    [
      'Email,Name,Block 7',
      `${name}1@coded.example,${name}1 Coded,Zorbing`,
      `${name}2@coded.example,${name}2 Coded,Quilling`,
      `${name}3@coded.example,${name}3 Coded,Zorbing`,
    ].join('\n');

  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startBrowserSystem();
  }, 300_000);

  afterAll(async () => setup.close());

  it('is corrected by a chooser, which keeps the focus, and remembered for the next such file', async () => {
    const { page, complaints, close } = await openTab(setup.browser, setup.url);
    await previewFile(page, 'coded.csv', coded('Una'));
    const guessed = await roleOf(page, 'Block 7');
    expect(guessed).not.toBe('Skills');
    await chooserOf(page, 'Block 7').focus();
    await correct(page, 'Block 7', 'Skills');
    expect(await page.evaluate('document.activeElement.value')).toBe('skills');
    await page.getByRole('region', { name: 'What patterns can be found in' }).getByText('Zorbing').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await importPreviewed(page);
    expect(await membersFound(setup, 'una1')).toMatchObject([{ skills: ['Zorbing'] }]);

    await previewFile(page, 'coded-again.csv', coded('Vito'));
    await page.getByText('remembered from your last import').waitFor();
    expect(await roleOf(page, 'Block 7')).toBe('Skills');
    const again = page.waitForResponse((response) => response.url().includes('dry_run=true'));
    await page.getByRole('button', { name: 'Forget these choices' }).press('Enter');
    await again;
    await page.getByText('remembered from your last import').waitFor({ state: 'detached' });
    await page.getByText('3 members read from this file').waitFor();
    expect(await roleOf(page, 'Block 7')).toBe(guessed);
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('is undone after a question that says what will happen', async () => {
    const { page, close } = await openTab(setup.browser, setup.url);
    await importThroughPage(page, 'before.csv', 'Email,Name,Skills\nold@undo.example,Old Undone,Weaving\n');
    await importThroughPage(
      page,
      'mistake.csv',
      'Email,Name,Skills\nold@undo.example,Old Undone,Baking\nnew@undo.example,New Undone,Baking\n',
    );
    expect(await figuresOf(page)).toMatchObject({ New: '1', Changed: '1' });
    await page.getByRole('button', { name: 'Undo the import of mistake.csv' }).press('Enter');
    const asked = page.getByRole('alertdialog', { name: 'Undo this import?' });
    await asked
      .getByText('The 1 member whom it added goes again and the 1 member whom it changed is as before')
      .waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Undo the import' }).press('Enter');
    await page.getByText('Undone: 1 member removed, 1 as before.').waitFor();
    const row = page
      .getByRole('list', { name: 'Imports so far' })
      .getByRole('listitem')
      .filter({ hasText: 'mistake.csv' });
    await row.getByText('Undone', { exact: true }).waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    expect(await membersFound(setup, 'undone')).toMatchObject([{ first_name: 'Old', skills: ['Weaving'] }]);
    await close();
  }, 240_000);
});
