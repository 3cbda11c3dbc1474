import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pattern } from '@warren/contracts';
import { byTurn } from '@warren/testing';
import { accept, ended } from '../analyst/runs.ts';
import { analyse, candidatesIn, saveCandidate } from '../analyst/scripted-system.ts';
import { accessibilityProblems } from '../browser/accessible.ts';
import { startScriptedBrowserSystem } from '../browser/browser-system.ts';
import type { ScriptedBrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere } from '../browser/problems.ts';
import { patternsOf } from '../support.ts';

const names = ['Neighbours with diabetes', 'Neighbours with epilepsy'] as const;

describe('patterns that wait for the operator', () => {
  let setup: ScriptedBrowserSystem;

  beforeAll(async () => {
    setup = await startScriptedBrowserSystem();
    setup.model.use(
      byTurn([
        { tool_uses: [analyse] },
        (request) => {
          const [first, second] = candidatesIn(request).filter(({ basis }) => basis === 'beyond_chance');
          return {
            tool_uses: [
              saveCandidate(first!, { name: names[0] }),
              saveCandidate(second!, { name: names[1] }),
            ],
          };
        },
        { text: 'That is all.' },
      ]),
    );
    expect(await ended(setup.system, await accept(setup.system))).toMatchObject({ held: 2, patterns: [] });
  });

  afterAll(async () => setup.close());

  it('are listed with their reasons, without an accessibility problem', async () => {
    expect(
      await problemsEverywhere(setup, '/app/patterns', async (page) => {
        const held = page.getByRole('region', { name: 'Held for you' });
        for (const name of names) {
          await held.getByRole('listitem').filter({ hasText: name }).getByText('Health').first().waitFor();
        }
      }),
    ).toEqual([]);
  });

  it('are released or dismissed with the keyboard, and then in the list or gone', async () => {
    const { page, complaints, close } = await openTab(setup.browser, setup.url);
    await page.goto('/app/patterns');
    const held = page.getByRole('region', { name: 'Held for you' });
    await held.getByRole('button', { name: `Release ${names[0]}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Released: events and questions tell of it.').waitFor();
    await page.getByText('1 pattern', { exact: true }).waitFor();
    expect((await patternsOf(setup.system)).map(({ name }) => name)).toEqual([names[0]]);

    await held.getByRole('link', { name: names[1] }).click();
    await page.getByRole('heading', { level: 1, name: names[1] }).waitFor();
    await page.getByRole('region', { name: 'Held for you' }).getByText('Health').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    // its own view offers the same as the list
    expect(await page.getByRole('button', { name: 'Retire' }).count()).toBe(0);
    await page.getByRole('button', { name: `Release ${names[1]}` }).waitFor();
    await page.getByRole('button', { name: `Dismiss ${names[1]}` }).click();
    const dismissing = page.getByRole('dialog', { name: 'Dismiss the pattern' });
    await dismissing.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('Dismissed: no run brings it back.').waitFor();
    await page.getByRole('button', { name: 'Reactivate' }).click();
    await page.getByRole('button', { name: `Dismiss ${names[1]}` }).waitFor();
    const [waiting] = (await patternsOf(setup.system, '?held=true')) as [Pattern];
    await page.goBack();
    await held.getByRole('button', { name: `Dismiss ${names[1]}` }).focus();
    await page.keyboard.press('Enter');
    await dismissing.getByRole('combobox', { name: 'Why?' }).selectOption('private');
    await dismissing.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await held.waitFor({ state: 'detached' });
    expect(await patternsOf(setup.system, '?held=true')).toEqual([]);
    const { body } = await setup.system.call(`patterns/${waiting.id}`);
    expect(Pattern.parse(body)).toMatchObject({ is_active: false, dismissed_because: 'private' });
    expect(complaints).toEqual([]);
    await close();
  });
});
