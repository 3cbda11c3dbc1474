import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ServerProcess } from '@warren/servers';
import { copyOfTemplate, scriptedMessages, startSystem } from '@warren/testing';
import type { ScriptedMessages, System } from '@warren/testing';
import { discover, importFile, sample } from '../support.ts';
import { startBrowser } from './open-page.ts';

// a browser and five processes share the machine with other work
jest.setTimeout(120_000);

/** The real system and a browser that shows its page: one for a file of tests. */
export interface BrowserSystem {
  system: System;
  browser: Browser;
  url: string;
  close: () => Promise<void>;
}

/** A system whose analyst uses a scripted model. */
export type ScriptedBrowserSystem = BrowserSystem & {
  model: ScriptedMessages;
  startWorker: (failpoint?: string) => Promise<ServerProcess>;
};

type Options = Parameters<typeof startSystem>[0];

/** US dollars per million tokens of the scripted model. */
const prices = JSON.stringify({ priced: { input: 4, output: 50, cache_read: 4, cache_write: 4 } });

/** Starts a system without members, and a browser. The apps and the page must have been built. */
export async function startBrowserSystem(options?: Options): Promise<BrowserSystem> {
  const system = await startSystem(options);
  try {
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

/**
 * As `startBrowserSystem`, with the members of the sample community and the patterns that a discovery finds in them.
 * @param options of the system, but for its database
 */
export async function startDiscoveredSystem(options: Options = {}): Promise<BrowserSystem> {
  const database = await copyOfTemplate('discovered_sample', async (databaseUrl) => {
    const system = await startSystem({ databaseUrl });
    try {
      await importFile(system, sample);
      await discover(system);
    } finally {
      await system.stop();
    }
  });
  return startBrowserSystem({ ...options, database });
}

/**
 * As `startBrowserSystem`, with the members of the sample community, a scripted model and a cap of $1.70.
 * @param options.workers as `startSystem` takes it: 0: the test starts the workers
 */
export async function startScriptedBrowserSystem({
  env: more,
  ...options
}: Pick<NonNullable<Options>, 'workers' | 'env'> = {}): Promise<ScriptedBrowserSystem> {
  const model = await scriptedMessages([]);
  const env = { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url, MODEL: 'priced', MODEL_PRICES: prices };
  const started = await startBrowserSystem({
    ...options,
    env: { ...env, MAX_COST: '1.7', MODEL_RETRY_MS: '10', ...more },
  });
  await importFile(started.system, sample);
  return {
    ...started,
    model,
    startWorker: async (failpoint = '') =>
      started.system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker', WARREN_FAILPOINT: failpoint }),
    close: async () => {
      await started.close();
      await model.stop();
    },
  };
}

/** Starts three workers, one after the other, each of which dies once it has claimed a run: the next one parks that run. */
export async function crashThreeWorkers({ startWorker }: ScriptedBrowserSystem): Promise<void> {
  for (let start = 1; start <= 3; start += 1) {
    const worker = await startWorker('run.after-claim:kill@1');
    await worker.ended;
  }
}
