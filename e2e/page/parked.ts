import { beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityProblems } from '../browser/accessible.ts';
import { openTab } from '../browser/open-page.ts';
import { accept, ended } from '../analyst/runs.ts';
import { steeredAnalyst } from './scripted-analyst.ts';
import type { ScriptedStage } from '../browser/browser-system.ts';

/**
 * A run whose workers die. It needs a system without workers, and leaves one behind.
 * @param tellParked is told a second run that was parked the same way, for others to look at
 */
export function parkedSuite(given: () => ScriptedStage, tellParked: (run: number) => void): void {
  let stage: ScriptedStage;

  beforeAll(() => {
    stage = given();
  });

  async function threeDie(): Promise<void> {
    for (let start = 1; start <= 3; start += 1) {
      const doomed = await stage.startWorker('run.after-claim:kill@1');
      await doomed.ended;
    }
  }

  describe('a run whose workers die', () => {
    it('is shown as parked with its reason, and goes on when it is asked to', async () => {
      const { page, complaints, close } = await openTab(stage.browser, stage.url);
      await page.goto('/app/discover');
      await page.getByRole('button', { name: 'Discover', exact: true }).click();
      await page.waitForURL('**/app/discover?run=*');
      await threeDie();
      // the next worker finds that one has been started three times, and parks it before it takes the other
      const other = await accept(stage.system);
      await threeDie();
      await stage.startWorker();
      expect(await ended(stage.system, other)).toMatchObject({ status: 'parked' });
      tellParked(other);
      await page.getByRole('heading', { name: 'The run is parked' }).waitFor();
      await page.getByText(/started 3 times/).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      stage.model.use(steeredAnalyst(['Back again', 'And again'], Promise.resolve()));
      await page.getByRole('button', { name: 'Go on where it stood' }).click();
      await page.getByRole('heading', { name: /new patterns/ }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });
  });
}
