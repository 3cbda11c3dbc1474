import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const Found = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
    }),
  ),
});

const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Accessibility problems that axe-core finds in the page as it is (WCAG 2.2 A and AA, and its own good practice), one line each.
 * @param rules some of its rules alone: in another colour scheme nothing but contrast can differ
 */
export async function accessibilityProblems(page: Page, rules = all): Promise<string[]> {
  // over the debugging protocol: the page's Content-Security-Policy would block the script
  if (!(await page.evaluate<boolean>('"axe" in window'))) {
    await page.evaluate(axe);
  }
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  );
  return Found.parse(found).violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${JSON.stringify(target)} ${failureSummary ?? ''}`,
    ),
  );
}
