import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityProblems } from '../../browser/accessible.ts';
import { openTab } from '../../browser/open-page.ts';
import { startStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
const worker = async (failpoint = '') =>
  stage.system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker', WARREN_FAILPOINT: failpoint });

beforeAll(async () => {
  stage = await startStage({ members: true, workers: 0 });
}, 240_000);

afterAll(async () => stage.close());

describe('a run whose workers die', () => {
  it('is shown as parked with its reason, and goes on when it is asked to', async () => {
    const { page, context, complaints } = await openTab(stage.browser, stage.url);
    await page.goto('/app/discover');
    await page.getByRole('button', { name: 'Discover', exact: true }).click();
    await page.waitForURL('**/app/discover?run=*');
    for (let start = 1; start <= 3; start += 1) {
      const doomed = await worker('run.after-claim:kill@1');
      await doomed.ended;
    }
    await worker();
    await page.getByRole('heading', { name: 'The run is parked' }).waitFor({ timeout: 90_000 });
    await page.getByText(/started 3 times/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go on where it stood' }).click();
    await page.getByRole('heading', { name: /new patterns/ }).waitFor({ timeout: 90_000 });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
