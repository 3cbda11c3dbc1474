import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { MemberPage, Pattern, PatternMemberPage } from '@warren/contracts';
import { freePort, startOidcProvider } from '@warren/testing';
import type { TestOidcProvider } from '@warren/testing';
import { startDiscoveredSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import type { Screen, Tab } from '../browser/open-page.ts';
import { problemsOf } from '../browser/problems.ts';
import { discover, patternsOf } from '../support.ts';

describe('the page, where people log in', () => {
  const people = {
    nora: { name: 'Nora Nobody', roles: [] },
    vera: { name: 'Vera Viewer', roles: ['warren-viewer'] },
    ada: { name: 'Ada Admin', roles: ['warren-admin'] },
  };

  let setup: BrowserSystem;
  let provider: TestOidcProvider;

  beforeAll(async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    provider = await startOidcProvider({
      publicUrl,
      people,
      programs: { nightly: { roles: ['warren-admin'] } },
    });
    setup = await startDiscoveredSystem({
      port,
      headers: { authorization: `Bearer ${await provider.tokenOf('nightly')}` },
      env: {
        AUTH: 'oidc',
        PUBLIC_URL: publicUrl,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_AUDIENCE: provider.audience,
      },
    });
  });

  afterAll(async () => {
    await setup.close();
    await provider.stop();
  });

  /** A tab of somebody who is not logged in anywhere. */
  async function newVisitor(screen: Screen = 'wide'): Promise<Tab> {
    const tab = await openTab(setup.browser, setup.url, { screen });
    await tab.context.clearCookies();
    return tab;
  }

  /** Opens a view, and logs in from there. */
  async function logIn(page: Page, account: keyof typeof people, path = '/app/patterns'): Promise<void> {
    await page.goto(path);
    await page.getByRole('link', { name: 'Log in' }).click();
    await page.getByLabel('Account').fill(account);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL(`**${path}`);
  }

  /** Problems without those of being asked to log in, which a browser reports as errors. */
  function unexpected(complaints: readonly string[]): string[] {
    return complaints.filter((complaint) => !/status of 40[13]/.test(complaint));
  }

  it('asks a visitor to log in, returns to the view, says who it is, and logs out at the provider too', async () => {
    const { page, complaints, close } = await newVisitor();
    await page.goto('/app/runs?page=1');
    await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await problemsOf(page)).toEqual([]);

    await logIn(page, 'ada', '/app/runs?page=1');
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor();
    await page.getByRole('banner').getByText('Ada Admin').waitFor();
    await page.getByRole('link', { name: 'Members' }).waitFor();
    // scripts of the page have neither the session nor a token
    expect(await page.evaluate('document.cookie')).not.toContain('warren');
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain(
      'eyJ',
    );

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log out of the provider' }).click();
    await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor();
    expect(new URL(page.url()).origin).toBe(setup.url);
    // the provider knows nobody any more either
    await page.getByRole('link', { name: 'Log in' }).click();
    await page.getByLabel('Account').waitFor();
    expect(unexpected(complaints)).toEqual([]);
    await close();
  });

  it('asks again where the session has ended meanwhile', async () => {
    const { page, context, close } = await newVisitor();
    await logIn(page, 'ada');
    await page.getByRole('heading', { level: 1, name: 'Patterns' }).waitFor();
    await context.clearCookies();
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor();
    await close();
  });

  it.each(['wide', 'phone'] as const)(
    'shows a viewer words and numbers, and no members: %s',
    async (screen) => {
      const { page, complaints, close } = await newVisitor(screen);
      const asked: string[] = [];
      page.on('response', (response) =>
        asked.push(`${response.status()} ${new URL(response.url()).pathname}`),
      );
      await logIn(page, 'vera');
      asked.length = 0;
      const views = page.getByRole('navigation', { name: 'Views' }).getByRole('link');
      await views.first().waitFor();
      expect((await views.allInnerTexts()).map((text) => text.trim())).toEqual([
        'Patterns',
        'Community',
        'Runs',
      ]);
      expect(await page.getByRole('link', { name: /import|discover/i }).count()).toBe(0);

      const pattern = (await patternsOf(setup.system)).find(({ member_count }) => member_count >= 5)!;
      const { members } = MemberPage.parse((await setup.system.call('members?per_page=50')).body);
      const shown: string[] = [];
      for (const path of ['/app/patterns', `/app/patterns/${pattern.id}`, '/app/community', '/app/runs']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        shown.push(await page.locator('body').innerText());
        expect([path, await problemsOf(page)]).toEqual([path, []]);
      }
      expect(shown[1]).toContain(pattern.name);
      for (const { first_name, last_name, email } of members) {
        expect(shown.join('\n')).not.toContain(`${first_name} ${last_name}`);
        expect(shown.join('\n')).not.toContain(email ?? 'no address');
      }
      expect(asked.filter((it) => /^[45]|\/api\/.*members/.test(it))).toEqual([]);
      expect(unexpected(complaints)).toEqual([]);
      await close();
    },
  );

  it('tells a viewer nothing of what their answers leave out', async () => {
    const { system } = setup;
    const wish = (await patternsOf(system)).find(
      ({ evidence, member_count }) => evidence.basis === 'wish' && member_count > 5,
    )!;
    const [{ id: gone } = { id: 0 }] = PatternMemberPage.parse(
      (await system.call(`patterns/${wish.id}/members`)).body,
    ).members;
    await system.call(`members/${gone}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ membership_status: 'cancelled' }),
    });
    const { run_id } = await discover(system);
    const { joined_count, left_count } = Pattern.parse((await system.call(`patterns/${wish.id}`)).body);
    expect([joined_count, left_count]).toEqual([0, 1]);

    const { page, complaints, close } = await newVisitor();
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) {
        refused.push(response.url());
      }
    });
    await logIn(page, 'vera', '/app/runs');
    refused.length = 0;
    const row = page.getByRole('listitem').filter({ hasText: `Run ${run_id}` });
    await row.getByText('Succeeded').waitFor();
    expect(await row.innerText()).not.toContain('saved');
    await row.getByRole('link').click();
    await page.getByRole('heading', { name: 'Particulars' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Particulars']);
    expect(await page.getByText('Nothing').count()).toBe(0);

    await page.goto(`/app/patterns/${wish.id}`);
    await page.getByText('0 members joined, 1 left.').waitFor();
    await page.getByText(`${wish.member_count - 1} members look for it or can give it.`).waitFor();
    await page.goto(`/app/patterns?run=${run_id}&q=nobody-writes-this`);
    await page.getByRole('heading', { level: 3, name: wish.name }).waitFor();
    expect(await page.getByRole('searchbox').count()).toBe(0);
    expect(await page.getByLabel('Saved by').count()).toBe(0);

    await page.goto('/app/discover');
    await page.getByRole('heading', { name: 'This view is not for your role' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /discover|refresh/i }).count()).toBe(0);
    expect(refused).toEqual([]);
    expect(unexpected(complaints)).toEqual([]);
    await close();
  });

  it('says that somebody has no role, who may log out', async () => {
    const { page, complaints, close } = await newVisitor();
    await logIn(page, 'nora');
    await page.getByRole('heading', { name: 'You have no role here' }).waitFor();
    await page.getByText('You are known as Nora Nobody').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log out of the provider' }).click();
    await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor();
    expect(unexpected(complaints)).toEqual([]);
    await close();
  });
});
