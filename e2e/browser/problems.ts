import type { Page } from 'playwright-core';
import { accessibilityProblems } from './accessible.ts';
import { isTooWide, openTab, screens } from './open-page.ts';
import type { Screen } from './open-page.ts';
import type { BrowserSystem } from './browser-system.ts';

/** Colours may still be on their way from one scheme to the other: two frames without a transition under way end it. */
const settled = (scheme: Scheme): string => `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const moves = () => document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running');
  while (!matchMedia('(prefers-color-scheme: ${scheme})').matches) await frame();
  for (let still = 0; still < 2; still = moves() ? 0 : still + 1) await frame();
})()`;

type Scheme = 'light' | 'dark';

/** What is wrong with the page as it stands: barriers, in the light and in the dark, and whether it is too wide. */
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
 * Looks at a view on a wide screen, in the light and in the dark, and on a phone, whose colours are the same: nothing
 * may stand in anybody's way, nothing be too wide, and the page complain of nothing. `show` brings the view to where it
 * shall be looked at.
 */
export async function problemsEverywhere(
  stage: BrowserSystem,
  path: string,
  show: (page: Page) => Promise<void>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const screen of Object.keys(screens) as Screen[]) {
    const { page, complaints, close } = await openTab(stage.browser, stage.url, { screen });
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
