import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startBrowserSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsOf } from '../browser/problems.ts';

const token = 'a-token-of-this-test-and-of-nothing-else';
const howToLogIn = /Log in with the link that npm start -- --login printed/;

describe('the page on a machine that others use too', () => {
  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startBrowserSystem({ questions: false, env: { LOGIN_TOKEN: token } });
  });

  afterAll(async () => setup.close());

  it('says how to log in, shows all to whoever opened the link, and nothing after logging out', async () => {
    const { page, close } = await openTab(setup.browser, setup.url);
    await page.goto('/app/members');
    await page.getByText(howToLogIn).first().waitFor();
    const answer = await fetch(`${setup.url}/auth/links`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    const { path } = z.object({ path: z.string() }).parse(await answer.json());
    await page.goto(path);
    await page.goto('/app/members');
    await page.getByRole('heading', { name: 'There are no members yet' }).waitFor();
    const cookies = await page.context().cookies();
    expect(cookies).toEqual([
      expect.objectContaining({ name: 'warren_session', httpOnly: true, sameSite: 'Strict' }),
    ]);
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.getByRole('banner').getByText('Logged in as this machine').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Log out' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(howToLogIn).first().waitFor();
    await page.goto('/app/members');
    await page.getByText(howToLogIn).first().waitFor();
    expect((await page.context().cookies()).filter(({ name }) => name.startsWith('warren'))).toEqual([]);
    await close();
  });
});
