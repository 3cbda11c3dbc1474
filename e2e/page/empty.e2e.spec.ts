import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBrowserSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsOf } from '../browser/problems.ts';

const headings = {
  patterns: 'No patterns yet',
  discover: 'There are no members yet',
  community: 'There is nobody to look at yet',
  members: 'There are no members yet',
  runs: 'Nobody has looked yet',
};

/** Views of a system without data. */
describe('an empty system', () => {
  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startBrowserSystem();
  });

  afterAll(async () => setup.close());

  describe('a view with nothing to show', () => {
    it.each(['wide', 'phone'] as const)(
      'says what to do, and has no accessibility problem: %s',
      async (screen) => {
        const { page, complaints, close } = await openTab(setup.browser, setup.url, { screen });
        const problems: string[] = [];
        for (const [view, heading] of Object.entries(headings)) {
          await page.goto(`/app/${view}`);
          await page.getByRole('heading', { name: heading }).waitFor();
          problems.push(...(await problemsOf(page, screen === 'wide' ? ['light', 'dark'] : ['dark'])));
        }
        expect([...problems, ...complaints]).toEqual([]);
        await close();
      },
    );
  });
});
