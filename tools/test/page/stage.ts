import { jest } from '@jest/globals';
import { startSystem } from '@warren/testing';
import type { System } from '@warren/testing';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../browser/open-page.ts';
import { importFile, sample } from '../support.ts';

// a browser and five processes share the machine with whatever else it does
jest.setTimeout(240_000);

/** The real system, and a browser that looks at it: one for a file of tests. */
export type Stage = { system: System; browser: Browser; url: string; close: () => Promise<void> };

/**
 * Starts the system and a browser. The apps and the page must have been built.
 * @param options.members import the sample community
 * @param options.workers as `startSystem` takes it: 0 leaves the starting of workers to the test
 */
export async function startStage(
  options: { members?: boolean; env?: Record<string, string>; workers?: number } = {},
): Promise<Stage> {
  const { env, workers } = options;
  const system = await startSystem({ ...(env && { env }), ...(workers !== undefined && { workers }) });
  try {
    if (options.members === true) await importFile(system, sample);
    const browser = await startBrowser();
    return {
      system,
      browser,
      url: system.api.replace('/api/v1', ''),
      close: async () => {
        await browser.close();
        await system.stop();
      },
    };
  } catch (error) {
    await system.stop();
    throw error;
  }
}
