import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { problemsEverywhere } from './looks.ts';
import type { Stage } from './stage.ts';

const headings = {
  patterns: 'No patterns yet',
  discover: 'There are no members yet',
  community: 'There is nobody to look at yet',
  members: 'There are no members yet',
  runs: 'Nobody has looked yet',
};

/** Views of a system that nobody has used. */
export function emptySuite(given: () => Stage): void {
  let stage: Stage;

  beforeAll(() => {
    stage = given();
  });

  describe('a view with nothing to show', () => {
    it.each(Object.entries(headings))('says what to do: %s', async (view, heading) => {
      const show = async (page: Page): Promise<void> =>
        page.getByRole('heading', { name: heading }).waitFor();
      expect(await problemsEverywhere(stage, `/app/${view}`, show)).toEqual([]);
    });
  });
}
