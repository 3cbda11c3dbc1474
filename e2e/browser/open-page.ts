import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { ensureChromium } from '@warren/tools/setup/chromium.mjs';

/** How wide and tall a screen is. */
export const screens = {
  phone: { width: 375, height: 812 },
  wide: { width: 1280, height: 900 },
} as const;
export type Screen = keyof typeof screens;

/** Starts a browser that shows nothing. */
export async function startBrowser(): Promise<Browser> {
  const log = (line: string): boolean => process.stderr.write(`${line}\n`);
  return chromium.launch({
    executablePath: await ensureChromium(log),
    // the sandbox cannot be had by root, nor in most containers; only our own page is opened
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}

/** A tab, and what its page complained of: errors, refused requests, and what its policy forbade. */
export type Tab = {
  page: Page;
  context: BrowserContext;
  complaints: string[];
  /** Empties it, and closes every other tab of the same person. */
  close: () => Promise<void>;
};

/** Who looks at the page: their store, and an empty tab that is left from their last visit. */
type Person = { context: BrowserContext; empty: Page | undefined };

/** The person at each kind of screen: who has been here before has scripts and tab, without which a visit costs twice. */
const persons = new WeakMap<Browser, Map<string, Person>>();

/** Opens a tab of the person at such a screen, who speaks British English and lives by UTC. */
export async function openTab(
  browser: Browser,
  url: string,
  {
    screen = 'wide',
    dark = false,
    reducedMotion = true,
  }: { screen?: Screen; dark?: boolean; reducedMotion?: boolean } = {},
): Promise<Tab> {
  const looks = {
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  } as const;
  const known = persons.get(browser) ?? new Map<string, Person>();
  persons.set(browser, known);
  const key = JSON.stringify([url, screen, looks]);
  const person = known.get(key) ?? {
    context: await browser.newContext({
      ...looks,
      baseURL: url,
      viewport: screens[screen],
      hasTouch: screen === 'phone',
      isMobile: screen === 'phone',
      locale: 'en-GB',
      timezoneId: 'UTC',
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
    }),
    empty: undefined,
  };
  known.set(key, person);
  const { context, empty } = person;
  context.setDefaultTimeout(60_000);
  person.empty = undefined;
  const page = empty ?? (await context.newPage());
  // who looked last may have changed it
  await page.emulateMedia(looks);
  const { complaints, stop } = listen(page);
  const close = async (): Promise<void> => {
    stop();
    const others = context.pages().filter((tab) => tab !== page);
    await Promise.all([page.goto('about:blank'), ...others.map(async (tab) => tab.close())]);
    person.empty = page;
  };
  return { page, context, complaints, close };
}

/** Collects what a page complains of from now on. */
function listen(page: Page): { complaints: string[]; stop: () => void } {
  const complaints: string[] = [];
  const failed = (error: Error): void => void complaints.push(error.stack ?? error.message);
  const said = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy')) {
      complaints.push(message.text());
    }
  };
  page.on('pageerror', failed).on('console', said);
  return { complaints, stop: () => void page.off('pageerror', failed).off('console', said) };
}

/** Whether one has to scroll sideways to read all of a page. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
