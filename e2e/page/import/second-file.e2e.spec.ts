import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemberPage } from '@warren/contracts';
import { startBrowserSystem } from '../../browser/browser-system.ts';
import type { BrowserSystem } from '../../browser/browser-system.ts';
import { openTab } from '../../browser/open-page.ts';
import { problemsOf } from '../../browser/problems.ts';
import {
  figuresOf,
  importPreviewed,
  importThroughPage,
  membersFound,
  previewFile,
  warningsOf,
} from './import-page.ts';

/** A second file about people who are members already. */
describe('a second file', () => {
  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startBrowserSystem();
  }, 300_000);

  afterAll(async () => setup.close());

  const losses = async (page: Parameters<typeof warningsOf>[0]): Promise<string[]> =>
    (await warningsOf(page)).filter((warning) => warning.includes('loses'));

  it('adds to what is known without a loss, and names one before it happens', async () => {
    const { page, close } = await openTab(setup.browser, setup.url);
    await importThroughPage(
      page,
      'first.csv',
      'Email,Name,Skills,Bio\nlea@twice.example,Lea Twice,"Weaving, Baking",Weaves at night\nmax@twice.example,Max Twice,Baking,\n',
    );
    // another survey among the same people
    await previewFile(
      page,
      'second.csv',
      'Email,Interests\nlea@twice.example,"Chess, Hiking"\nmax@twice.example,Chess\n',
    );
    expect(await figuresOf(page)).toMatchObject({ New: '0', Changed: '2' });
    expect(await losses(page)).toEqual([]);
    await importPreviewed(page);
    const lea = {
      skills: ['Weaving', 'Baking'],
      bio: 'Weaves at night',
      interests: ['Chess', 'Hiking'],
      first_name: 'Lea',
    };
    expect(await membersFound(setup, 'lea twice')).toMatchObject([lea]);

    await previewFile(
      page,
      'third.csv',
      'Email,Skills\nlea@twice.example,Weaving\nmax@twice.example,Baking\n',
    );
    expect(await losses(page)).toEqual([
      'This import loses something that members have now: Skills of 1 member.',
    ]);
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Another file' }).press('Enter');
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    expect(await membersFound(setup, 'lea twice')).toMatchObject([lea]);
    await close();
  }, 240_000);

  it('without a word about consent leaves who is private private', async () => {
    const { page, close } = await openTab(setup.browser, setup.url);
    await importThroughPage(
      page,
      'consent.csv',
      'Email,Name,Public,Skills\npia@quiet.example,Pia Quiet,no,Weaving\nron@quiet.example,Ron Quiet,yes,Weaving\n',
    );
    await previewFile(
      page,
      'no-consent.csv',
      'Email,Name,Skills\npia@quiet.example,Pia Quiet,"Weaving, Baking"\nron@quiet.example,Ron Quiet,"Weaving, Baking"\n',
    );
    expect((await warningsOf(page)).join('\n')).not.toMatch(/becomes? (public|private)/);
    await importPreviewed(page);
    const found = await membersFound(setup, 'quiet');
    expect(found.map(({ first_name, is_public }) => [first_name, is_public])).toEqual([
      ['Pia', false],
      ['Ron', true],
    ]);
    await close();
  }, 240_000);

  it('of one line, taken for the whole membership, asks before anybody is marked as gone', async () => {
    const { page, close } = await openTab(setup.browser, setup.url);
    const people = Array.from({ length: 12 }, (_, at) => `p${at}@many.example,Many${at} Crowd,Weaving`);
    await importThroughPage(page, 'all.csv', ['Email,Name,Skills', ...people].join('\n'));
    const total = MemberPage.parse((await setup.system.call('members?per_page=1')).body).total;

    await previewFile(page, 'one.csv', 'Email,Name,Skills\np0@many.example,Many0 Crowd,Baking\n');
    const again = page.waitForResponse((response) => response.url().includes('absent=cancel'));
    await page.getByRole('checkbox', { name: /whole membership/ }).press('Space');
    await again;
    await page
      .getByText(
        `The file lacks ${total - 1} of ${total} members: whether to mark them as gone is asked first.`,
      )
      .waitFor();
    const asked = page.getByRole('alertdialog', { name: `This file lacks ${total - 1} of ${total} members` });
    await page.getByRole('button', { name: 'Import 1 member' }).press('Enter');
    await asked.waitFor();
    expect(await problemsOf(page)).toEqual([]);
    // nothing is stored by then
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    expect(await membersFound(setup, 'many0')).toMatchObject([{ skills: ['Weaving'] }]);

    await page.getByRole('button', { name: 'Import 1 member' }).press('Enter');
    await asked.getByRole('button', { name: 'Keep them' }).press('Enter');
    await page.getByRole('heading', { name: 'What came of it' }).waitFor();
    expect(await figuresOf(page)).toMatchObject({ Changed: '1', 'Marked as gone': '0' });
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    const { members } = MemberPage.parse((await setup.system.call('members?per_page=200')).body);
    expect(members.filter(({ membership_status }) => membership_status !== 'active')).toEqual([]);
    await close();
  }, 240_000);
});
