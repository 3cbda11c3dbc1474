import { afterAll, beforeAll, describe } from '@jest/globals';
import { discoverSuite } from './discover.ts';
import { parkedSuite } from './parked.ts';
import { quotesSuite } from './quotes.ts';
import { runsSuite } from './runs.ts';
import { startScriptedStage } from '../browser/browser-system.ts';
import type { ScriptedStage } from '../browser/browser-system.ts';

let stage: ScriptedStage;
let parked: number;
const given = (): ScriptedStage => stage;

beforeAll(async () => {
  stage = await startScriptedStage();
}, 120_000);

afterAll(async () => stage.close());

// in this order: the first begins without a worker, and each leaves runs behind
describe('a run that was parked', () => parkedSuite(given, (run) => (parked = run)));
describe('the runs', () => runsSuite(given, () => parked));
describe('a discovery', () => discoverSuite(given));
describe('quotes', () => quotesSuite(given));
