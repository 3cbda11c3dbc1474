import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { ensureChromium } from '@warren/tools/setup/chromium.mjs';

/** Screen sizes in pixels. */
export const screens = {
  phone: { width: 375, height: 812 },
  wide: { width: 1280, height: 900 },
} as const;
export type Screen = keyof typeof screens;

/** Starts a headless browser. */
export async function startBrowser(): Promise<Browser> {
  const log = (line: string): boolean => process.stderr.write(`${line}\n`);
  return chromium.launch({
    executablePath: await ensureChromium(log),
    // there is no sandbox for root, nor in most containers; only our own page is opened
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}

/** A tab, and the problems of its page: errors, failed requests, and violations of its Content-Security-Policy. */
export interface Tab {
  page: Page;
  context: BrowserContext;
  complaints: string[];
  /** Clears the tab, and closes every other tab of the same visitor. */
  close: () => Promise<void>;
}

/** A visitor: a browser context, and an empty tab left from the last visit. */
interface Visitor {
  context: BrowserContext;
  empty: Page | undefined;
}

/** One visitor per kind of screen: cached scripts and the open tab halve the cost of a visit. */
const visitors = new WeakMap<Browser, Map<string, Visitor>>();

/** Opens a tab of the visitor with such a screen, in British English and UTC. */
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
  const known = visitors.get(browser) ?? new Map<string, Visitor>();
  visitors.set(browser, known);
  const key = JSON.stringify([url, screen, looks]);
  const visitor = known.get(key) ?? {
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
  known.set(key, visitor);
  const { context, empty } = visitor;
  context.setDefaultTimeout(60_000);
  visitor.empty = undefined;
  const page = empty ?? (await context.newPage());
  // the last test may have changed it
  await page.emulateMedia(looks);
  const { complaints, stop } = listen(page);
  const close = async (): Promise<void> => {
    stop();
    const others = context.pages().filter((tab) => tab !== page);
    await Promise.all([page.goto('about:blank'), ...others.map(async (tab) => tab.close())]);
    visitor.empty = page;
  };
  return { page, context, complaints, close };
}

/** Collects the problems of a page from now on. */
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

/** Checks whether the page scrolls horizontally. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
