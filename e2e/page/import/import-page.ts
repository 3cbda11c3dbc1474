import type { Locator, Page } from 'playwright-core';
import { Member, MemberPage } from '@warren/contracts';
import type { BrowserSystem } from '../../browser/browser-system.ts';

/** Chooses a file, where the page asks for one. */
export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    // some browsers do not know the type of a file
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

/** Opens the import and chooses a file; resolves once its preview is shown. */
export async function previewFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto('/app/members/import');
  await chooseFile(page, name, content);
  await page.getByRole('heading', { name: 'What this file would do' }).waitFor();
}

/** Imports the previewed file; resolves once its report is shown. */
export async function importPreviewed(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import [\d,]+ members?$/ }).press('Enter');
  await page.getByRole('heading', { name: 'What came of it' }).waitFor();
}

/** Previews and imports a file. */
export async function importThroughPage(page: Page, name: string, content: string | Buffer): Promise<void> {
  await previewFile(page, name, content);
  await importPreviewed(page);
}

/** The figures of the preview or the report, by name. */
export async function figuresOf(page: Page): Promise<Record<string, string>> {
  const pairs: [string, string][] = await page.evaluate(
    `[...document.querySelector('main dl').children].map((pair) => [...pair.children].map((part) => part.textContent))`,
  );
  return Object.fromEntries(pairs);
}

/** The chooser of how a column is read. */
export function chooserOf(page: Page, column: string): Locator {
  return page.getByRole('combobox', { name: `Read as ${column}`, exact: true });
}

/** How a column is read, as its chooser says. */
export async function roleOf(page: Page, column: string): Promise<string> {
  return (await chooserOf(page, column).locator('option:checked').textContent()) ?? '';
}

/** Chooses how a column is read; resolves once the file was read again. */
export async function correct(page: Page, column: string, role: string): Promise<void> {
  const again = page.waitForResponse((response) => response.url().includes('dry_run=true'));
  await chooserOf(page, column).selectOption({ label: role });
  await again;
  await page.getByText(/members? read from this file/).waitFor();
}

/** What the preview warns of. */
export async function warningsOf(page: Page): Promise<string[]> {
  return page.getByRole('list', { name: 'Before you import' }).getByRole('listitem').allTextContents();
}

/** The members that a search finds, through REST. */
export async function membersFound({ system }: BrowserSystem, words: string): Promise<Member[]> {
  const { body } = await system.call(`members?q=${encodeURIComponent(words)}`);
  return MemberPage.parse(body).members;
}
