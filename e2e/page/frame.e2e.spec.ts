import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityProblems } from '../browser/accessible.ts';
import { startDiscoveredSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { isTooWide, openTab } from '../browser/open-page.ts';

describe('the frame', () => {
  const views = [
    'patterns',
    'discover',
    'community',
    'introductions',
    'themes',
    'members',
    'members/import',
    'members/new',
    'runs',
  ];
  /** Views that no other test checks for accessibility in both colour schemes. */
  const accessible = ['patterns', 'discover'];

  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startDiscoveredSystem();
  });

  afterAll(async () => setup.close());

  describe('every view', () => {
    it('redirects from the root address to the patterns', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/');
      await page.waitForURL('**/app/patterns');
      await page.getByRole('heading', { level: 1, name: 'Patterns' }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    it.each([
      ['wide', false],
      ['phone', true],
    ] as const)(
      'opens by its address, without console errors or accessibility problems: %s, dark: %s',
      async (screen, dark) => {
        const { page, complaints, close } = await openTab(setup.browser, setup.url, { screen, dark });
        for (const view of views) {
          await page.goto(`/app/${view}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForLoadState('networkidle');
          expect([view, await isTooWide(page)]).toEqual([view, false]);
          if (accessible.includes(view)) {
            expect([view, await accessibilityProblems(page)]).toEqual([view, []]);
          }
        }
        expect(complaints).toEqual([]);
        await close();
      },
      120_000,
    );

    it('leads to the import, and says which community it is', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/patterns');
      await page
        .getByRole('banner')
        .getByText(/, community .+/)
        .waitFor();
      await page.getByRole('banner').getByRole('link', { name: 'Import' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Import members' }).waitFor();
      await close();
    });

    it('is reachable with the keyboard alone', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/patterns');
      await page.getByRole('heading', { level: 1, name: 'Patterns' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
      for (const name of ['Discover', 'Community', 'Introductions', 'Themes', 'Members', 'Runs']) {
        await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).focus();
        await page.keyboard.press('Enter');
        const title = page.getByRole('heading', { level: 1, name });
        await title.waitFor();
        expect(await page.evaluate('document.activeElement.textContent')).toBe(name);
      }
      await close();
    });

    it('shows an error for an unknown address', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/nothing');
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
      await close();
    });
  });
});
