import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CommunityDemand, FacetNetwork } from '@warren/contracts';
import { startDiscoveredSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';
import { openTab } from '../browser/open-page.ts';
import { problemsEverywhere } from '../browser/problems.ts';

describe('the community', () => {
  let setup: BrowserSystem;

  beforeAll(async () => {
    setup = await startDiscoveredSystem();
  });

  afterAll(async () => setup.close());

  async function showAll(page: Page): Promise<void> {
    await page.getByRole('heading', { name: 'What is rare' }).waitFor();
    await page.getByRole('heading', { name: 'What goes together' }).scrollIntoViewIfNeeded();
    await page.getByRole('list', { name: 'Clusters' }).waitFor();
    await page.getByText('Look for it', { exact: true }).waitFor();
  }

  /** Exports the chart of the network, with the keyboard alone. */
  async function save(page: Page, kind: string): Promise<Buffer> {
    await page.getByRole('button', { name: /^Save the picture.*links/ }).focus();
    await page.keyboard.press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: kind }).focus();
    await page.keyboard.press('Enter');
    return readFile(await (await download).path());
  }

  describe('the view of the community', () => {
    it('explains its empty state, and shows the analysis once there are members', async () => {
      const { page, close } = await openTab(setup.browser, setup.url);
      const problem = {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        detail: 'Not now.',
        instance: '/',
      };
      await page.route('**/community/analysis', async (route) =>
        route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem }),
      );
      await page.goto('/app/community');
      await page.getByText('Not now.').waitFor();
      await page.unroute('**/community/analysis');
      await page.getByRole('button', { name: 'Try again' }).click();
      await showAll(page);
      await close();
    }, 240_000);

    it('draws the links that the server found, shows the counts behind each, and exports the chart', async () => {
      const network = FacetNetwork.parse((await setup.system.call('community/network')).body);
      const [link] = network.links;
      const labelOf = (key: string): string => network.facets.find((facet) => facet.key === key)!.label;
      const { page, complaints, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/community');
      await showAll(page);
      const picture = page.getByRole('img', { name: /^Facets that go together/ });
      expect(await picture.locator('line').count()).toBe(network.links.length);
      expect(await page.getByRole('list', { name: 'Clusters' }).getByRole('button').count()).toBe(
        network.facets.length,
      );
      const facet = page
        .getByRole('list', { name: 'Clusters' })
        .getByRole('button', { name: labelOf(link!.a) })
        .first();
      await facet.focus();
      await page.keyboard.press('Space');
      const counts = page.getByRole('listitem').filter({ hasText: `${link!.observed} have both` });
      await counts
        .filter({ hasText: labelOf(link!.b) })
        .first()
        .waitFor();
      const svg = (await save(page, 'SVG, for print and editing')).toString();
      expect(svg).toContain(labelOf(link!.b));
      expect(svg).not.toMatch(/class=|style=|var\(/);
      expect(svg).toContain('paint-order="stroke');
      const png = await save(page, 'PNG, for slides and mail');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(complaints).toEqual([]);
      await close();
    }, 240_000);

    it('compares what members look for with what they offer, and shows each kind of facet', async () => {
      const demand = CommunityDemand.parse((await setup.system.call('community/demand')).body);
      const [most] = demand.wishes;
      const { page, close } = await openTab(setup.browser, setup.url);
      await page.goto('/app/community');
      await page
        .getByRole('img', { name: `${most!.label}: ${most!.seekers} look for it, ${most!.givers} have it` })
        .waitFor();
      await page.getByRole('img', { name: /About themselves: \d+%/ }).waitFor();
      await page.getByLabel('Kind').selectOption('Places');
      await page.getByRole('figure', { name: 'Places most members have' }).waitFor();
      await close();
    }, 240_000);

    it('has no accessibility problem', async () => {
      const show = async (page: Page): Promise<void> => {
        await showAll(page);
        await page.getByRole('list', { name: 'Clusters' }).getByRole('button').first().click();
      };
      expect(await problemsEverywhere(setup, '/app/community', show)).toEqual([]);
    }, 240_000);
  });
});
