import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ensureChromium } from '../setup/chromium.mjs';

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
  /** Closes it, and every other tab of the same person. */
  close: () => Promise<void>;
};

/** The person at each kind of screen: who has been here before has the scripts, which halves what a visit costs. */
const persons = new WeakMap<Browser, Map<string, BrowserContext>>();

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
  const known = persons.get(browser) ?? new Map<string, BrowserContext>();
  persons.set(browser, known);
  const person = JSON.stringify([url, screen, dark, reducedMotion]);
  const context =
    known.get(person) ??
    (await browser.newContext({
      baseURL: url,
      viewport: screens[screen],
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      hasTouch: screen === 'phone',
      isMobile: screen === 'phone',
      locale: 'en-GB',
      timezoneId: 'UTC',
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
    }));
  known.set(person, context);
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const close = async (): Promise<void> => {
    await Promise.all(context.pages().map(async (tab) => tab.close()));
  };
  return { page, context, complaints: listen(page), close };
}

/** Collects what a page complains of from now on. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy')) {
      complaints.push(message.text());
    }
  });
  return complaints;
}

/** Whether one has to scroll sideways to read all of a page. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
