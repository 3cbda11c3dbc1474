import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { Pattern, Run } from '@warren/contracts';
import { openTab, startBrowser } from '../browser/open-page.ts';
import type { Screen } from '../browser/open-page.ts';
import { sample } from '../support.ts';

/**
 * Takes pictures of every view, wide and phone, light and dark: `npm run screenshots -- [--url URL] [--into FOLDER]`.
 * Looks at a running system, by default the one of `npm start`.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8000' },
    into: { type: 'string', default: join(import.meta.dirname, '../../.warren/screenshots') },
    only: { type: 'string' },
  },
});

const looks: { screen: Screen; dark: boolean }[] = [
  { screen: 'wide', dark: false },
  { screen: 'wide', dark: true },
  { screen: 'phone', dark: false },
  { screen: 'phone', dark: true },
];

await mkdir(values.into, { recursive: true });
const views = (await viewsOf(values.url)).filter(
  ([name]) => values.only === undefined || name === values.only,
);
const browser = await startBrowser();
try {
  for (const look of looks) {
    await take(browser, look);
  }
} finally {
  await browser.close();
}

async function take(browser: Browser, { screen, dark }: (typeof looks)[number]): Promise<void> {
  const { page, close } = await openTab(browser, values.url, { screen, dark });
  for (const [name, path] of views) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    if (name === 'import-preview') {
      await page.locator('input[type=file]').setInputFiles(sample);
      await page.getByRole('heading', { name: 'What this file would do' }).waitFor();
    }
    const file = join(values.into, `${name}-${screen}-${dark ? 'dark' : 'light'}.png`);
    await page.screenshot({ path: file, fullPage: screen === 'wide' });
    process.stderr.write(`${file}\n`);
  }
  await close();
}

/** Lists every view by a name, with the first entity of each kind. */
async function viewsOf(url: string): Promise<[name: string, path: string][]> {
  const get = async (path: string): Promise<unknown> => (await fetch(`${url}/api/v1/${path}`)).json();
  const patterns = z.array(Pattern).parse(await get('patterns'));
  const [run] = z.array(Run).parse(await get('discovery-runs?limit=1'));
  const bases = ['beyond_chance', 'apart', 'share', 'wish', 'swap', 'shared', 'quotes'] as const;
  const shown = bases.flatMap((basis): [string, string][] => {
    const pattern = patterns.find(({ evidence }) => evidence.basis === basis);
    return pattern === undefined ? [] : [[`pattern-${basis}`, `/app/patterns/${pattern.id}`]];
  });
  const member = patterns[0]?.related_member_ids[0] ?? 1;
  return [
    ['patterns', '/app/patterns'],
    ['patterns-empty', '/app/patterns?q=nothing+is+called+so'],
    ...shown,
    ['discover', `/app/discover?run=${run?.id ?? 1}`],
    ['community', '/app/community'],
    ['introductions', '/app/introductions'],
    ['members', '/app/members'],
    ['member', `/app/members/${member}`],
    ['member-edit', `/app/members/${member}/edit`],
    ['member-new', '/app/members/new'],
    ['import', '/app/members/import'],
    ['import-preview', '/app/members/import'],
    ['runs', '/app/runs'],
    ['run', `/app/runs/${run?.id ?? 1}`],
    ['missing', '/app/nothing'],
  ];
}
