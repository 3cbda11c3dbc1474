import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Pattern } from '@warren/contracts';
import { startDiscoveredSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { patternsOf } from '../support.ts';

describe('an outage', () => {
  let setup: BrowserSystem;
  let patterns: Pattern[];

  beforeAll(async () => {
    setup = await startDiscoveredSystem();
    patterns = await patternsOf(setup.system);
  });

  afterAll(async () => setup.close());

  describe('while the server is down', () => {
    it('the page says so, keeps its content, and recovers by itself once the server is back', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/patterns');
      await page.getByText(`${patterns.length} patterns`, { exact: true }).waitFor();
      // the script of a view is loaded before the server is killed
      await page.getByRole('link', { name: patterns[0]!.name }).click();
      await page.getByRole('link', { name: 'All patterns' }).click();
      await page.getByText(`${patterns.length} patterns`, { exact: true }).waitFor();
      const gateway = setup.system.processes().find(({ name }) => name === 'gateway')!;
      process.kill(gateway.pid, 'SIGKILL');
      await page.getByLabel('Since last run').selectOption('all');
      await page.getByRole('link', { name: patterns[0]!.name }).waitFor();
      await page.getByRole('link', { name: patterns[1]!.name }).click();
      await page.getByRole('heading', { name: 'Warren does not answer' }).waitFor({ timeout: 90_000 });
      await setup.system.start('gateway', { PORT: new URL(setup.url).port });
      await page.getByRole('heading', { level: 1, name: patterns[1]!.name }).waitFor({ timeout: 90_000 });
      await close();
    });
  });
});
