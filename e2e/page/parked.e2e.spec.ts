import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accept, ended } from '../analyst/runs.ts';
import { accessibilityProblems } from '../browser/accessible.ts';
import { crashThreeWorkers, startScriptedBrowserSystem } from '../browser/browser-system.ts';
import type { ScriptedBrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { controlledAnalyst } from './scripted-analyst.ts';

describe('a run that was parked', () => {
  let setup: ScriptedBrowserSystem;

  beforeAll(async () => {
    setup = await startScriptedBrowserSystem({ workers: 0 });
  });

  afterAll(async () => setup.close());

  describe('a run whose workers are killed', () => {
    it('is shown as parked with its reason, and continues when replayed', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/discover');
      await page.getByRole('button', { name: 'Discover', exact: true }).click();
      await page.waitForURL('**/app/discover?run=*');
      await crashThreeWorkers(setup);
      // the next worker parks the run, which has been started three times, and then claims the other one
      const other = await accept(setup.system);
      await crashThreeWorkers(setup);
      await setup.startWorker();
      expect(await ended(setup.system, other)).toMatchObject({ status: 'parked' });
      await page.getByRole('heading', { name: 'The run is parked' }).waitFor();
      await page.getByText(/started 3 times/).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      setup.model.use(controlledAnalyst(['Back again', 'And again'], Promise.resolve()));
      await page.getByRole('button', { name: 'Go on where it stood' }).click();
      await page.getByRole('heading', { name: /new patterns/ }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });
  });
});
