import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ScriptedMessages } from '@warren/testing';
import { accessibilityProblems } from '../browser/accessible.ts';
import { startScriptedBrowserSystem } from '../browser/browser-system.ts';
import type { ScriptedBrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { silentAnalyst, controlledAnalyst } from './scripted-analyst.ts';

describe('a discovery', () => {
  let model: ScriptedMessages;
  let setup: ScriptedBrowserSystem;

  beforeAll(async () => {
    setup = await startScriptedBrowserSystem();
    model = setup.model;
  });

  afterAll(async () => setup.close());

  const press = async (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();

  describe('a discovery, viewed while it runs', () => {
    it('shows steps, saved and rejected patterns, and the spend; after a reload and in a second tab too', async () => {
      let continueRun = (): void => undefined;
      let begin = (): void => undefined;
      model.use(
        controlledAnalyst(
          ['First finding', 'Second finding'],
          new Promise((resolve) => (continueRun = resolve)),
          new Promise((resolve) => (begin = resolve)),
        ),
      );
      const { page, context, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/discover');
      await press(page, 'Discover');
      await page.waitForURL('**/app/discover?run=*');
      const steps = page.getByRole('list', { name: 'Steps, the newest first' }).getByRole('listitem');
      // what happened before the page was open is not shown as a step
      await steps.first().waitFor();
      begin();
      await page.getByRole('link', { name: 'First finding' }).waitFor();
      await page.getByText('A tale of numbers', { exact: true }).waitFor();
      await page.getByText(/^Spent: US\$0\.\d+ of US\$1\.70/).waitFor();
      await steps.nth(2).waitFor();
      expect(await steps.count()).toBeGreaterThan(2);
      expect(await accessibilityProblems(page)).toEqual([]);

      const second = await context.newPage();
      await second.goto('/app/discover');
      await second.getByRole('link', { name: 'First finding' }).waitFor();
      await page.reload();
      await page.getByRole('link', { name: 'First finding' }).waitFor();
      expect(await page.getByRole('button', { name: 'Discover', exact: true }).isDisabled()).toBe(true);

      continueRun();
      for (const tab of [page, second]) {
        await tab.getByRole('link', { name: 'Second finding' }).waitFor();
      }
      await page.getByRole('heading', { name: '2 new patterns' }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('link', { name: 'See them' }).click();
      await page.getByRole('status').getByText('2 patterns').waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    it('begins with a button that does not move while the suggested areas load', async () => {
      const { page, close } = await openTab(setup.browser, setup.url, { screen: 'phone' });
      const analysisRequested = Promise.withResolvers<undefined>();
      const analysis = '**/community/analysis';
      await page.route(analysis, async (route) => {
        await analysisRequested.promise;
        await route.continue();
      });
      await page.goto('/app/discover');
      const button = page.getByRole('button', { name: 'Discover', exact: true });
      const before = await button.boundingBox();
      analysisRequested.resolve(undefined);
      const offers = page.getByRole('group', { name: 'Common among the members' }).getByRole('button');
      await offers.nth(7).waitFor();
      expect(await button.boundingBox()).toEqual(before);
      await offers.nth(7).click();
      await page.getByRole('row').waitFor();
      await page.unroute(analysis);
      await close();
    });

    it('is cancelled on request, and says so', async () => {
      let continueRun = (): void => undefined;
      model.use(
        controlledAnalyst(
          ['Third finding', 'Fourth finding'],
          new Promise((resolve) => (continueRun = resolve)),
        ),
      );
      const { page, close } = await openTab(setup.browser, setup.url, { screen: 'phone' });
      await page.goto('/app/discover');
      await press(page, 'Discover');
      await page.getByText('A tale of numbers', { exact: true }).waitFor();
      await press(page, 'Cancel');
      await page.getByRole('button', { name: 'Cancelling …' }).waitFor();
      continueRun();
      await page.getByRole('heading', { name: 'The run was cancelled' }).waitFor();
      await close();
    });

    it('presents finding nothing as a result, and says what was tested', async () => {
      model.use(silentAnalyst);
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/discover');
      const field = page.getByRole('combobox', { name: 'Focus areas (optional)' });
      await page
        .getByRole('group', { name: 'Common among the members' })
        .getByRole('button')
        .first()
        .waitFor();
      await field.fill('astron');
      await page.getByRole('option', { name: /astronomy/i }).click();
      await page.getByRole('row', { name: /astronomy/i }).waitFor();
      await field.fill('beekeeping in towns');
      await page.keyboard.press('Enter');
      await page.getByRole('row', { name: 'beekeeping in towns' }).waitFor();
      await press(page, 'Discover');
      await page.getByRole('heading', { name: 'Nothing stands out this time' }).waitFor();
      await page.getByText(/possible rules were tested/).waitFor();
      await page.getByText('Nothing here is worth a name.').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await close();
    });
  });
});
