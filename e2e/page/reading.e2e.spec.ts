import { afterAll, beforeAll, describe } from '@jest/globals';
import { discover } from '../support.ts';
import { frameSuite } from './frame.ts';
import { hostileSuite } from './hostile.ts';
import { membersSuite } from './members.ts';
import { outageSuite } from './outage.ts';
import { patternsSuite } from './patterns.ts';
import { startBrowserSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';

let stage: BrowserSystem;
const given = (): BrowserSystem => stage;

beforeAll(async () => {
  stage = await startBrowserSystem({ members: true });
  await discover(stage.system);
}, 120_000);

afterAll(async () => stage.close());

// in this order: each adds what those before it do not expect
describe('the frame', () => frameSuite(given));
describe('the patterns', () => patternsSuite(given));
describe('the members', () => membersSuite(given));
describe('harm and plenty', () => hostileSuite(given));
describe('an outage', () => outageSuite(given));
