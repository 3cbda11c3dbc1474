import { afterAll, beforeAll, describe } from '@jest/globals';
import { communitySuite } from './community.ts';
import { emptySuite } from './empty.ts';
import { importSuite } from './import.ts';
import { journeySuite } from './journey.ts';
import { startBrowserSystem } from '../browser/browser-system.ts';
import type { BrowserSystem } from '../browser/browser-system.ts';

let stage: BrowserSystem;
const given = (): BrowserSystem => stage;

beforeAll(async () => {
  stage = await startBrowserSystem();
}, 120_000);

afterAll(async () => stage.close());

// in this order: from a community that nobody is in to one that was looked at
describe('nothing yet', () => emptySuite(given));
describe('the import', () => importSuite(given));
describe('the journey', () => journeySuite(given));
describe('the community', () => communitySuite(given));
