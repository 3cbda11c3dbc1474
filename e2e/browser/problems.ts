import type { Page } from 'playwright-core';
import { accessibilityProblems } from './accessible.ts';
import type { BrowserSystem } from './browser-system.ts';
import { isTooWide, openTab, screens } from './open-page.ts';
import type { Screen } from './open-page.ts';

/** Waits until the colours have changed to the scheme: two frames without a running transition. */
const settled = (scheme: Scheme): string => `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const moves = () => document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running');
  while (!matchMedia('(prefers-color-scheme: ${scheme})').matches) await frame();
  for (let still = 0; still < 2; still = moves() ? 0 : still + 1) await frame();
})()`;

type Scheme = 'light' | 'dark';

/** Problems of the page as it is: accessibility in each colour scheme, and horizontal scrolling. */
export async function problemsOf(
  page: Page,
  schemes: readonly Scheme[] = ['light', 'dark'],
): Promise<string[]> {
  const problems: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(settled(colorScheme));
    const found = await accessibilityProblems(
      page,
      colorScheme === schemes[0] ? undefined : ['color-contrast'],
    );
    problems.push(...found.map((problem) => `${colorScheme}: ${problem}`));
  }
  return (await isTooWide(page)) ? [...problems, 'the page is wider than the screen'] : problems;
}

/**
 * Problems of a view on a wide screen, light and dark, and on a phone, whose colours are the same: accessibility,
 * horizontal scrolling, and console errors. `show` brings the view to the state that is checked.
 */
export async function problemsEverywhere(
  setup: BrowserSystem,
  path: string,
  show: (page: Page) => Promise<void>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const screen of Object.keys(screens) as Screen[]) {
    const { page, complaints, close } = await openTab(setup.browser, setup.url, { screen });
    await page.goto(path);
    await show(page);
    const found = [
      ...(await problemsOf(page, screen === 'wide' ? ['light', 'dark'] : ['light'])),
      ...complaints,
    ];
    problems.push(...found.map((problem) => `${path} ${screen}: ${problem}`));
    await close();
  }
  return problems;
}
