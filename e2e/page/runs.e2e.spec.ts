import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Run } from '@warren/contracts';
import { byTurn } from '@warren/testing';
import { accept, ended } from '../analyst/runs.ts';
import { analyse, candidatesIn, save, saveCandidate } from '../analyst/scripted-system.ts';
import { crashThreeWorkers, startScriptedBrowserSystem } from '../browser/browser-system.ts';
import type { ScriptedBrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere } from '../browser/problems.ts';

/** Token usage of a turn that costs half a dollar, at the prices of the scripted model. */
const expensive = { usage: { input_tokens: 100_000, output_tokens: 2_000 } };

describe('the runs', () => {
  let setup: ScriptedBrowserSystem;
  let spent: number;
  let parked: number;

  beforeAll(async () => {
    // So little is read of the first message's texts that most members stay unread.
    setup = await startScriptedBrowserSystem({ workers: 0, env: { MAX_OPENING_CHARACTERS: '2000' } });
    parked = await accept(setup.system);
    await crashThreeWorkers(setup);
    await setup.startWorker();
    expect(await ended(setup.system, parked)).toMatchObject({ status: 'parked' });
    setup.model.use(
      byTurn([
        { tool_uses: [analyse], ...expensive },
        (request) => ({
          tool_uses: [saveCandidate(candidatesIn(request)[0]!), save({ name: '<b>No ground</b>' })],
          ...expensive,
        }),
        { text: 'Done.', ...expensive },
      ]),
    );
    spent = await accept(setup.system);
    expect(await ended(setup.system, spent)).toMatchObject({ status: 'budget_exhausted' });
  });

  afterAll(async () => setup.close());

  const list = (page: Page) => page.getByRole('list', { name: 'Runs' });

  describe('the list of runs', () => {
    it('shows each with its outcome, and those of one status under an address of their own', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/runs');
      await list(page)
        .getByRole('listitem')
        .filter({ hasText: `Run ${spent}` })
        .getByText('Budget used up')
        .waitFor();
      await list(page).getByText('1 new pattern, 1 refused').waitFor();
      await page.getByLabel('Status').selectOption('Parked');
      await page.waitForURL('**/runs?status=parked');
      await page.getByText('1 run', { exact: true }).waitFor();
      await page.reload();
      await list(page)
        .getByText(/started 3 times/)
        .waitFor();
      expect(await list(page).getByRole('listitem').count()).toBe(1);
      await page.getByLabel('Status').selectOption('Cancelled');
      await page.getByRole('heading', { name: 'No run like this' }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('has no accessibility problem', async () => {
      const show = async (page: Page): Promise<void> => list(page).waitFor();
      expect(await problemsEverywhere(setup, '/app/runs', show)).toEqual([]);
    }, 240_000);
  });

  describe('a run', () => {
    it('shows its analyst, its cost, what was saved, and what was rejected and why', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/runs/${spent}`);
      const particulars = page.getByRole('region', { name: 'Particulars' });
      await particulars.getByText('Claude, priced').waitFor();
      await particulars.getByText('of US$1.70 at most').waitFor();
      // with those of the second reader
      await particulars.getByText(/20\d,\d{3}/).waitFor();
      await page.getByRole('region', { name: 'Saved' }).getByText('new').waitFor();
      const rejected = page.getByRole('region', { name: 'Refused' });
      await rejected.getByText('<b>No ground</b>').waitFor();
      const read = page.getByRole('region', { name: 'What was read' });
      await read.getByText(/^Read: \d+ of \d+ members who wrote something/).waitFor();
      const { reading } = Run.parse((await setup.system.call(`discovery-runs/${spent}`)).body);
      const never = reading?.unread_member_ids ?? [];
      expect(never.length).toBeGreaterThan(24);
      await read.getByText(`${reading?.unread ?? 0} members were never read by any run`).waitFor();
      const links = read.getByRole('list', { name: 'Never read' }).getByRole('link');
      expect(await links.count()).toBe(24);
      await read.getByRole('button', { name: `Show all ${never.length}` }).press('Enter');
      await links.nth(24).waitFor();
      expect(await links.count()).toBe(never.length);
      await links.first().click();
      await page.waitForURL(`**/members/${never[0]}`);
      await page.goto('/app/runs/999');
      await page.getByText('There is no discovery run 999.').waitFor();
      await close();
    }, 240_000);

    it('has no accessibility problem if it can be replayed', async () => {
      const show = async (page: Page): Promise<void> =>
        page.getByRole('button', { name: 'Replay' }).waitFor();
      expect(await problemsEverywhere(setup, `/app/runs/${spent}`, show)).toEqual([]);
    }, 240_000);

    it('continues with a raised cap after it used up its budget, and the page follows it to its end', async () => {
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/runs/${spent}`);
      const cap = page.getByLabel(/At most, in US dollars/);
      expect(await cap.inputValue()).toBe('3.4');
      await cap.fill('a lot');
      await page.getByText('Write an amount').waitFor();
      await cap.fill('20000');
      await page.getByRole('button', { name: 'Replay' }).click();
      await page.getByText(/10000/).first().waitFor();
      await cap.fill('4');
      await cap.press('Enter');
      await page.getByText('Done.', { exact: true }).first().waitFor();
      await page.getByText('Succeeded', { exact: true }).waitFor();
      await page.getByText('of US$4.00 at most').waitFor();
      // the browser logs the rejected request of 20,000 dollars
      expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
      await close();
    }, 240_000);

    it('that is parked says why, and continues from its checkpoint', async () => {
      setup.model.use(byTurn([{ text: 'Nothing this time.' }]));
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto(`/app/runs/${parked}`);
      await page.getByText(/started 3 times/).waitFor();
      await page.getByRole('button', { name: 'Replay' }).press('Enter');
      await page.getByText('Nothing this time.').first().waitFor();
      await page.getByText('Succeeded', { exact: true }).waitFor();
      await close();
    }, 240_000);
  });
});
