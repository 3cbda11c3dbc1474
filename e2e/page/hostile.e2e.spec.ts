import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'playwright-core';
import { startDiscoveredSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { isTooWide, openTab } from '../browser/open-page.ts';
import { discover, patternsOf } from '../support.ts';
import { growTo, rewrite } from './many-patterns.ts';

describe('hostile and large data', () => {
  const image = '<img src=x onerror="window.scriptRan=1">';
  const override = '\u202Etxet desrever';
  const endless = 'a'.repeat(10_000);

  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startDiscoveredSystem();
    await setup.system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: Array.from({ length: 4 }, (_, n) =>
        JSON.stringify({
          external_id: `hostile-${n}`,
          first_name: image,
          last_name: override,
          bio: `${image} ${endless}`,
          role: override,
          skills: [
            'Fermentation',
            'Cheesemaking',
            'Mushroom cultivation',
            'Seed saving',
            image,
            'b'.repeat(400),
          ],
        }),
      ).join('\n'),
    });
    await discover(setup.system);
  }, 240_000);

  afterAll(async () => setup.close());

  describe('hostile text', () => {
    it.each(['wide', 'phone'] as const)('is shown as text, and breaks no layout: %s', async (screen) => {
      const [pattern] = (await patternsOf(setup.system)).filter(
        ({ category }) => category === 'skill_cluster',
      );
      await rewrite(
        setup.system,
        pattern!.id,
        `${image} ${override} ${'c'.repeat(150)}`,
        `${image} ${endless.slice(0, 3_900)}`,
      );
      const { page, complaints, close } = await openTab(setup.browser, setup.url, { screen });
      for (const path of ['patterns', `patterns/${pattern!.id}`, 'members', 'discover']) {
        await page.goto(`/app/${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        expect([path, await isTooWide(page)]).toEqual([path, false]);
        expect(await page.evaluate('window.scriptRan')).toBeUndefined();
        expect(await page.locator('img[src="x"]').count()).toBe(0);
      }
      expect(complaints).toEqual([]);
      await close();
    });
  });

  describe('500 patterns', () => {
    it('render soon, without layout shifts, and with at most 200 kB of script', async () => {
      await growTo(setup.system, 500);
      const { page, close } = await openTab(setup.browser, setup.url, { reducedMotion: false });
      const scripts: Promise<[url: string, size: number]>[] = [];
      const weigh = (response: Response): void => {
        if (response.url().endsWith('.js')) {
          scripts.push(response.body().then((body) => [response.url(), gzipSync(body).length]));
        }
      };
      page.on('response', weigh);
      const lists: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/api/v1/patterns?is_active=')) {
          lists.push(request.url());
        }
      });
      await page.addInitScript(`
      window.seen = { shift: 0, long: 0 };
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.seen.long = Math.max(window.seen.long, entry.duration);
      }).observe({ type: 'longtask', buffered: true });
      new MutationObserver((_, observer) => {
        if (document.querySelector('article')) {
          observer.disconnect();
          requestAnimationFrame(() => performance.mark('patterns'));
        }
      }).observe(document, { childList: true, subtree: true });
    `);
      const figures: Record<string, number>[] = [];
      let script = 0;
      for (let visit = 0; visit < 3; visit += 1) {
        await page.goto('/app/patterns');
        await page.getByText('500 patterns', { exact: true }).waitFor();
        if (visit === 0) {
          // later visits take them from the browser's cache
          page.off('response', weigh);
          // preloading for other views begins once this one is shown
          const needed = await page.evaluate<string[]>(`performance.getEntriesByType('resource')
            .filter(({ startTime }) => startTime < performance.getEntriesByName('patterns')[0].startTime)
            .map(({ name }) => name)`);
          script = (await Promise.all(scripts))
            .filter(([url]) => needed.includes(url))
            .reduce((sum, [, size]) => sum + size, 0);
          // the script uses the response that was preloaded before it
          expect(lists).toHaveLength(1);
        }
        figures.push(
          await page.evaluate<Record<string, number>>(`({
          ...window.seen,
          paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
          patterns: performance.getEntriesByName('patterns')[0].startTime,
        })`),
        );
      }
      process.stdout.write(`500 patterns: ${JSON.stringify({ script, figures })}\n`);
      const best = (name: string): number => Math.min(...figures.map((figure) => figure[name] ?? Infinity));
      expect(script).toBeGreaterThan(100_000);
      expect(script).toBeLessThan(200_000);
      // timings depend on the machine's load: the figures are printed above, the bounds catch a defect
      expect(best('paint')).toBeLessThan(3_000);
      expect(best('patterns')).toBeLessThan(5_000);
      expect(best('shift')).toBeLessThan(0.02);
      await close();
    });
  });
});
