import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { startBrowserSystem } from '../../browser/browser-system.ts';
import type { BrowserSystem } from '../../browser/browser-system.ts';
import { openTab } from '../../browser/open-page.ts';
import { problemsOf } from '../../browser/problems.ts';
import {
  chooserOf,
  figuresOf,
  importPreviewed,
  importThroughPage,
  membersFound,
  previewFile,
  roleOf,
  warningsOf,
} from './import-page.ts';

/** Files as people have them, made by other programs, with columns called as those who asked called them. */
describe('files that nobody made for Warren', () => {
  const german = [
    '"Mitgliedsnummer";"Vorname";"Nachname";"E-Mail";"Fähigkeiten";"Sucht"',
    '"G-1";"Jörg";"Größler";"joerg@verein.example";"Weben, Backen";"Webstuhl"',
    '"G-2";"Änne";"Größler";"aenne@verein.example";"Backen, Imkern";"Webstuhl"',
    '"G-3";"Üwe";"Größler";"uewe@verein.example";"Weben";"Mostpresse"',
    '"G-4";"Ilse";"Größler";"ilse@verein.example";"Imkern, Weben";"Mostpresse"',
  ].join('\r\n');

  const form = [
    'Timestamp,What is your name?,Which skills can you offer to others?,What would you like to learn?',
    '2026/10/01 9:12:11 AM GMT+2,Quilla Formby,"Pottery, Cooking",Singing',
    '2026/10/01 9:15:40 AM GMT+2,Rufus Formby,Cooking,"Singing, Pottery"',
    '2026/10/02 6:02:03 PM GMT+2,Selma Formby,"Pottery, Singing",Cooking',
  ].join('\n');

  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startBrowserSystem();
  }, 300_000);

  afterAll(async () => setup.close());

  it('reads a file with quoted German headings, separated by semicolons', async () => {
    const { page, complaints, close } = await openTab(setup.browser, setup.url);
    await previewFile(page, 'Mitglieder.csv', german);
    expect(await figuresOf(page)).toMatchObject({ New: '4', Changed: '0', 'Lines not taken': '0' });
    const roles = ['Mitgliedsnummer', 'Vorname', 'Nachname', 'E-Mail', 'Fähigkeiten', 'Sucht'];
    expect(await Promise.all(roles.map(async (column) => roleOf(page, column)))).toEqual([
      'Member number or id',
      'First name',
      'Last name',
      'E-mail',
      'Skills',
      'Looking for',
    ]);
    expect(await problemsOf(page)).toEqual([]);
    await importPreviewed(page);
    expect(await membersFound(setup, 'jörg größler')).toMatchObject([
      { external_id: 'G-1', first_name: 'Jörg', skills: ['Weben', 'Backen'], looking_for: ['Webstuhl'] },
    ]);
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('reads the answers to a form whose headings are questions, without an e-mail address', async () => {
    const { page, close } = await openTab(setup.browser, setup.url, { screen: 'phone' });
    await previewFile(page, 'Survey (Responses).csv', form);
    expect(await roleOf(page, 'What is your name?')).toBe('Full name');
    expect(await roleOf(page, 'Which skills can you offer to others?')).toBe('Skills');
    expect(await roleOf(page, 'Timestamp')).toBe('Ignore');
    await page.getByText(/is not read:.*“Timestamp”/).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await importPreviewed(page);
    expect(await membersFound(setup, 'quilla')).toMatchObject([
      { first_name: 'Quilla', last_name: 'Formby', skills: ['Pottery', 'Cooking'] },
    ]);
    // the same answers, downloaded once more, are the same people
    await previewFile(page, 'Survey (Responses) (1).csv', form);
    expect(await figuresOf(page)).toMatchObject({ New: '0', Changed: '0', 'As they were': '3' });
    await close();
  }, 240_000);

  it('takes a list of names, and says that no pattern can be found in it', async () => {
    const { page, close } = await openTab(setup.browser, setup.url);
    await previewFile(page, 'names.txt', 'Name\nWilla Namely\nXaver Namely\n');
    expect(await roleOf(page, 'Name')).toBe('Full name');
    expect(await warningsOf(page)).toContain(
      'Nothing was read that patterns can be found in: choose what these columns are.',
    );
    await importPreviewed(page);
    const found = await membersFound(setup, 'namely');
    expect(found.map(({ first_name }) => first_name).toSorted()).toEqual(['Willa', 'Xaver']);
    await page.getByRole('link', { name: 'See the members' }).click();
    await page.getByRole('link', { name: 'Xaver Namely' }).waitFor();
    await close();
  }, 240_000);

  it('reads a workbook', async () => {
    const { page, close } = await openTab(setup.browser, setup.url);
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Members');
    sheet.addRows([
      ['Name', 'Email', 'Skills'],
      ['Yara Bookman', 'yara@book.example', 'Sewing; Baking'],
      ['Zeno Bookman', 'zeno@book.example', 'Baking'],
      ['Ada Bookman', 'ada@book.example', 'Sewing'],
    ]);
    await importThroughPage(page, 'members.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect(await figuresOf(page)).toMatchObject({ New: '3', 'Not taken': '0' });
    expect(await membersFound(setup, 'yara')).toMatchObject([
      { first_name: 'Yara', email: 'yara@book.example', skills: ['Sewing', 'Baking'] },
    ]);
    await close();
  }, 240_000);

  it('shows what a file says as text alone', async () => {
    const { page, complaints, close } = await openTab(setup.browser, setup.url);
    const hostile = '<img src=x onerror="window.wasRun=true">';
    const cell = `"${hostile.replaceAll('"', '""')}"`;
    await previewFile(page, `${hostile.replaceAll('/', '')}.csv`, `Name,${cell}\n${cell},${cell}\n`);
    await chooserOf(page, hostile).waitFor();
    expect(await page.evaluate('window.wasRun')).toBeUndefined();
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);
});
