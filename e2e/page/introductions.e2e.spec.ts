import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntroductionPage } from '@warren/contracts';
import { byTurn } from '@warren/testing';
import { profilesIn } from '../analyst/scripted-system.ts';
import { startDiscoveredSystem, startScriptedBrowserSystem } from '../browser/browser-system.ts';
import type { BrowserSystem, ScriptedBrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere } from '../browser/problems.ts';
import { discover } from '../support.ts';

describe('the introductions', () => {
  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startDiscoveredSystem();
  });

  afterAll(async () => setup.close());

  async function introductions(query = '?state=proposed'): Promise<IntroductionPage> {
    return IntroductionPage.parse((await setup.system.call(`introductions${query}`)).body);
  }

  it('are listed with who, why and how great the need is, without an accessibility problem', async () => {
    const { introductions: found, total } = await introductions();
    expect(total).toBeGreaterThan(10);
    const shown = async (page: Parameters<Parameters<typeof problemsEverywhere>[2]>[0]) => {
      const list = page.getByRole('list', { name: 'Introductions' });
      await list.getByRole('listitem').first().getByText(found[0]!.why).waitFor();
      await list
        .getByText(/look(s)? for it, .+ it$/)
        .first()
        .waitFor();
    };
    expect(await problemsEverywhere(setup, '/app/introductions', shown)).toEqual([]);
  }, 240_000);

  it('change their state with a reason by the keyboard alone, which can be taken back', async () => {
    const { total, introductions: before } = await introductions();
    const { page, complaints, close } = await openTab(setup.browser, setup.url);
    await page.goto('/app/introductions');
    const change = page.getByRole('button', { name: /^Change what came of/ }).first();
    await change.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'What came of it?' });
    await dialog.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Declined' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('No time before spring');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('Declined.', { exact: true }).waitFor();
    await page.getByText(`${total - 1} introductions`).waitFor();
    expect((await introductions('?state=declined')).introductions).toMatchObject([
      { id: before[0]!.id, reason: 'No time before spring' },
    ]);
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Declined' });
    await page.waitForURL('**/introductions?show=declined');
    await page.getByText('Reason: No time before spring').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'No introduction like this' }).waitFor();
    await page.getByRole('button', { name: 'Show what is proposed' }).press('Enter');
    await page.getByText(`${total} introductions`).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);

  it('are shown with their member, in an accessible section', async () => {
    const { introductions: found } = await introductions();
    const { seeker, why } = found[0]!;
    expect(
      await problemsEverywhere(setup, `/app/members/${seeker.id}`, async (page) => {
        await page.getByRole('region', { name: 'Introductions' }).getByText(why).waitFor();
      }),
    ).toEqual([]);
  }, 240_000);
});

describe('an introduction that the analyst proposes', () => {
  const needs = 'My floor loom broke in autumn and I need a patient hand to mend it.';
  const gives = 'Repairing wooden things for neighbours is what I like most in winter.';
  const why = 'One has a loom that broke, and the other likes to repair what is made of wood.';
  let setup: ScriptedBrowserSystem;

  beforeAll(async () => {
    setup = await startScriptedBrowserSystem();
    await setup.system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: [needs, gives]
        .map((bio, n) =>
          JSON.stringify({ external_id: `loom-${n}`, first_name: 'Tove', last_name: `Skagen${n}`, bio }),
        )
        .join('\n'),
    });
    setup.model.useReader(() => ({ text: 'No form at all.' }));
    setup.model.use(
      byTurn([
        (request) => {
          const said = (quote: string) => {
            const author = [...profilesIn(request).values()].find(({ bio }) => bio === quote);
            return { member_id: author?.member_id, field: 'bio', quote };
          };
          const input = { seeker: said(needs), giver: said(gives), why };
          return { tool_uses: [{ name: 'propose_introduction', input }] };
        },
        { text: 'Done.' },
      ]),
    );
    await discover(setup.system);
  });

  afterAll(async () => setup.close());

  it('waits with both quotes and the reason, and is listed first once it is released', async () => {
    expect(
      await problemsEverywhere(setup, '/app/introductions?show=held', async (page) => {
        await page.getByText('No second reader has said that the one answers the other').waitFor();
      }),
    ).toEqual([]);
    const { page, complaints, close } = await openTab(setup.browser, setup.url);
    await page.goto('/app/introductions?show=held');
    const row = page.getByRole('list', { name: 'Introductions' }).getByRole('listitem').first();
    await row.getByText(why).waitFor();
    await row.getByText(needs).waitFor();
    await row.getByText(gives).waitFor();
    await row.getByRole('button', { name: /^Release/ }).press('Enter');
    await page.getByText('Released.', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'No introduction like this' }).waitFor();
    await page.getByRole('button', { name: 'Show what is proposed' }).press('Enter');
    await row.getByText(why).waitFor();
    await row.getByText('in their own words').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 240_000);
});
