import { jest } from '@jest/globals';
import type { ServerProcess } from '@warren/servers';
import { scriptedMessages, startSystem } from '@warren/testing';
import type { ScriptedMessages, System } from '@warren/testing';
import type { Browser } from 'playwright-core';
import { startBrowser } from './open-page.ts';
import { importFile, sample } from '../support.ts';

// a browser and five processes share the machine with whatever else it does
jest.setTimeout(120_000);

/** The real system, and a browser that looks at it: one for a file of tests. */
export type BrowserSystem = { system: System; browser: Browser; url: string; close: () => Promise<void> };

/** A system whose analyst asks a model that the test scripts. */
export type ScriptedStage = BrowserSystem & {
  model: ScriptedMessages;
  startWorker: (failpoint?: string) => Promise<ServerProcess>;
};

/** What the scripted model costs, in dollars for a million tokens. */
const prices = JSON.stringify({ priced: { input: 4, output: 50, cache_read: 4, cache_write: 4 } });

/**
 * Starts the system and a browser. The apps and the page must have been built.
 * @param options.members import the sample community
 * @param options.workers as `startSystem` takes it: 0 leaves the starting of workers to the test
 */
export async function startBrowserSystem(
  options: { members?: boolean; env?: Record<string, string>; workers?: number } = {},
): Promise<BrowserSystem> {
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

/** As `startStage`, with the sample community, a model that is told what to say, a cap of $1.70 and no worker yet. */
export async function startScriptedStage(): Promise<ScriptedStage> {
  const model = await scriptedMessages([]);
  const env = { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url, MODEL: 'priced', MODEL_PRICES: prices };
  const stage = await startBrowserSystem({
    members: true,
    workers: 0,
    env: { ...env, MAX_COST: '1.7', MODEL_RETRY_MS: '10' },
  });
  return {
    ...stage,
    model,
    startWorker: async (failpoint = '') =>
      stage.system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker', WARREN_FAILPOINT: failpoint }),
    close: async () => {
      await stage.close();
      await model.stop();
    },
  };
}
