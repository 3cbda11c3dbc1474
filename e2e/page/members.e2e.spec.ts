import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { MemberDetail, MemberPage } from '@warren/contracts';
import { startDiscoveredSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere, problemsOf } from '../browser/problems.ts';

describe('the members', () => {
  const hostile = {
    external_id: 'hostile',
    first_name: '<img src=x onerror="window.wasRun=true">',
    last_name: `Zyx\u202Egnp.exe ${'W'.repeat(150)}`,
    role: '"><script>window.wasRun=true</script>',
    bio: 'unbroken'.repeat(1_250),
    location: '\u202E\u2066\u200Fright to left',
    website: 'javascript:window.wasRun=true',
    skills: ['<svg onload="window.wasRun=true">', 'x'.repeat(400)],
  };
  /** Not public, so that they are listed and searched but not analysed. */
  const many = Array.from({ length: 5_000 }, (_, at) => ({
    external_id: `many-${at}`,
    first_name: `Tilda${at}`,
    last_name: 'Quillfeather',
    is_public: false,
  }));

  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startDiscoveredSystem();
    const body = [hostile, ...many].map((member) => JSON.stringify(member)).join('\n');
    const headers = { 'content-type': 'application/x-ndjson' };
    const { status } = await setup.system.call('members/import', { method: 'POST', headers, body });
    expect(status).toBe(200);
  }, 300_000);

  afterAll(async () => setup.close());

  const list = (page: Page) => page.getByRole('list', { name: 'Members' });

  async function search(page: Page, words: string): Promise<void> {
    await page.getByRole('searchbox', { name: 'Search the members' }).fill(words);
  }

  async function idOf(words: string): Promise<number> {
    const { body } = await setup.system.call(`members?q=${encodeURIComponent(words)}`);
    return MemberPage.parse(body).members[0]!.id;
  }

  describe('the list of members', () => {
    it('is paginated with the keyboard, and each page has an address', async () => {
      const { total } = MemberPage.parse((await setup.system.call('members?per_page=1')).body);
      expect(total).toBeGreaterThan(5_000);
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members');
      await expectCount(list(page), 50);
      await page.getByRole('button', { name: 'Next page' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/members?page=2');
      await page.getByText(`51–100 of ${total.toLocaleString('en-GB')}`).waitFor();
      await page.getByRole('button', { name: 'Last page' }).click();
      await page.waitForURL(`**/members?page=${Math.ceil(total / 50)}`);
      await page.getByRole('link', { name: 'Tilda4999 Quillfeather' }).waitFor();
      await page.reload();
      await page.getByRole('link', { name: 'Tilda4999 Quillfeather' }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('is searched by name, which reaches neither the address nor the browser’s history or storage', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members?page=3');
      await expectCount(list(page), 50);
      await search(page, 'tilda4321');
      await expectCount(list(page), 1);
      await page.getByRole('link', { name: 'Tilda4321 Quillfeather' }).click();
      await page.getByRole('heading', { level: 1, name: 'Tilda4321 Quillfeather' }).waitFor();
      await page.getByText('No analysis looks at this member.').waitFor();
      const left = await page.evaluate(
        'JSON.stringify([location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }])',
      );
      expect(left).toContain('/app/members/');
      expect(left).not.toMatch(/tilda|quillfeather/i);
      await page.getByRole('link', { name: 'All members' }).click();
      await expectCount(list(page), 1);
      await search(page, 'nobody is called this');
      await page.getByRole('heading', { name: 'Nobody fits' }).waitFor();
      await page.getByRole('button', { name: 'Show all members' }).click();
      await expectCount(list(page), 50);
      await close();
    }, 240_000);

    it('is narrowed to who has left and sorted, which its address keeps', async () => {
      const gone = { external_id: 'gone-1', first_name: 'Aaaron', membership_status: 'cancelled' };
      await setup.system.call('members/import', {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: JSON.stringify(gone),
      });
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members?page=2');
      await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Who has left' });
      await page.waitForURL('**/members?left=left');
      await page.getByRole('link', { name: 'Aaaron' }).waitFor();
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'Name' });
      await page.waitForURL(/[?&]sort=name/);
      await page.reload();
      await page.getByRole('link', { name: 'Aaaron' }).waitFor();
      expect(await list(page).getByText('Quillfeather').count()).toBe(0);
      await close();
    }, 240_000);

    it('has no accessibility problem, whatever members are called', async () => {
      const show = async (page: Page): Promise<void> => {
        await search(page, 'zyx');
        await expectCount(list(page), 1);
      };
      expect(await problemsEverywhere(setup, '/app/members', show)).toEqual([]);
    }, 240_000);
  });

  describe('a member added by hand', () => {
    it('is shown, changed and found by what was changed', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/members');
      await page.getByRole('link', { name: 'Add a member' }).press('Enter');
      await page.getByRole('textbox', { name: 'E-mail' }).fill('added@hand.example');
      await page.getByRole('textbox', { name: 'Skills' }).fill('Zymurgy\nFalconry');
      await page.getByRole('button', { name: 'Add the member' }).press('Enter');
      // without a name it is called by its address
      await page.getByRole('heading', { level: 1, name: 'added@hand.example' }).waitFor();
      await page.getByRole('link', { name: 'Edit' }).press('Enter');
      await page.getByRole('textbox', { name: 'First name' }).fill('Handmade');
      await page.getByRole('textbox', { name: 'Skills' }).fill('Falconry');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Handmade' }).waitFor();
      const { body } = await setup.system.call('members?q=handmade');
      expect(MemberPage.parse(body).members).toMatchObject([
        { first_name: 'Handmade', email: 'added@hand.example', skills: ['Falconry'] },
      ]);
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('is given a consent with the keyboard, which is shown and can be withdrawn', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      const consentsOf = async (): Promise<string[]> => {
        const id = await idOf('consenting');
        return MemberDetail.parse((await setup.system.call(`members/${id}`)).body).consents;
      };
      await page.goto('/app/members/new');
      await page.getByRole('textbox', { name: 'First name' }).fill('Consenting');
      const consent = page.getByRole('checkbox', { name: 'Sensitive things may be told' });
      expect(await consent.isChecked()).toBe(false);
      await page.getByRole('checkbox', { name: 'Public' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await problemsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Add the member' }).press('Enter');
      await page.getByRole('region', { name: 'Profile' }).getByText('Sensitive things may be told').waitFor();
      expect(await consentsOf()).toEqual(['sensitive']);

      await page.getByRole('link', { name: 'Edit' }).press('Enter');
      expect(await consent.isChecked()).toBe(true);
      await consent.press('Space');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Consenting', exact: true }).waitFor();
      await page.getByText('Sensitive things may be told').waitFor({ state: 'detached' });
      expect(await consentsOf()).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('is refused where nothing says who it is, or a field cannot be used, beside that field', async () => {
      const { page, close } = await openTab(setup.browser, setup.url, { screen: 'phone' });
      await page.goto('/app/members/new');
      await page.getByRole('button', { name: 'Add the member' }).press('Enter');
      await page.getByText('Give a name, an e-mail address or a member number.').waitFor();
      expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
      await page.getByRole('textbox', { name: 'E-mail' }).fill('no address');
      await page.getByRole('button', { name: 'Add the member' }).press('Enter');
      await page.locator('input[aria-invalid=true]').waitFor();
      await page.getByText('Not saved: see the marked fields.').waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await close();
    }, 240_000);
  });

  describe('a member', () => {
    it('is shown with its patterns and the facets that match them', async () => {
      const found = MemberPage.parse((await setup.system.call('members?per_page=40')).body).members;
      const details = await Promise.all(
        found.map(async ({ id }) => MemberDetail.parse((await setup.system.call(`members/${id}`)).body)),
      );
      const member = details.find(({ patterns }) => patterns.some(({ facets }) => facets.length > 1))!;
      const pattern = member.patterns.find(({ facets }) => facets.length > 1)!;
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/members/${member.id}`);
      const section = page.getByRole('region', { name: 'Patterns' });
      const row = section
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: pattern.name }) });
      for (const { label } of pattern.facets) {
        await row.getByText(label, { exact: true }).first().waitFor();
      }
      await section.getByRole('link', { name: pattern.name }).click();
      await page.waitForURL(`**/patterns/${pattern.id}`);
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('renders hostile text without running it, breaking the layout or linking anywhere', async () => {
      const id = await idOf('zyx');
      const { page, complaints, close } = await openTab(setup.browser, setup.url, { screen: 'phone' });
      await page.goto(`/app/members/${id}`);
      await page.getByRole('heading', { name: 'Profile' }).waitFor();
      expect(await problemsOf(page)).toEqual([]);
      expect(await page.evaluate('window.wasRun')).toBeUndefined();
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('has no accessibility problem', async () => {
      const show = async (page: Page): Promise<void> =>
        page.getByRole('heading', { name: 'Profile' }).waitFor();
      expect(await problemsEverywhere(setup, '/app/members/3', show)).toEqual([]);
    }, 240_000);

    it('is erased after confirmation only', async () => {
      const id = await idOf('tilda17 ');
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/members/${id}`);
      await page.getByRole('button', { name: 'Erase' }).click();
      const dialog = page.getByRole('alertdialog', { name: 'Erase this member for good?' });
      await dialog.waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect((await setup.system.call(`members/${id}`)).status).toBe(200);
      await page.getByRole('button', { name: 'Erase' }).press('Enter');
      await dialog.getByRole('button', { name: 'Erase for good' }).press('Enter');
      await page.waitForURL('**/app/members');
      await page.getByText('was erased').waitFor();
      expect((await setup.system.call(`members/${id}`)).status).toBe(404);
      await page.goto(`/app/members/${id}`);
      await page.getByText(`There is no member ${id}.`).waitFor();
      await close();
    }, 240_000);
  });

  async function expectCount(of: ReturnType<typeof list>, count: number): Promise<void> {
    await of.locator(`> li:nth-child(${count})`).waitFor();
    await of.locator(`> li:nth-child(${count + 1})`).waitFor({ state: 'detached' });
  }
});
