import { afterAll, beforeAll } from '@jest/globals';
import { discoverSuite } from './discover.ts';
import { parkedSuite } from './parked.ts';
import { quotesSuite } from './quotes.ts';
import { runsSuite } from './runs.ts';
import { startScriptedStage } from './stage.ts';
import type { ScriptedStage } from './stage.ts';

let stage: ScriptedStage;
let parked: number;
const given = (): ScriptedStage => stage;

beforeAll(async () => {
  stage = await startScriptedStage();
}, 120_000);

afterAll(async () => stage.close());

// in this order: the first begins without a worker, and each leaves runs behind
parkedSuite(given, (run) => (parked = run));
runsSuite(given, () => parked);
discoverSuite(given);
quotesSuite(given);
