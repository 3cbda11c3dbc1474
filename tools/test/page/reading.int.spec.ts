import { afterAll, beforeAll } from '@jest/globals';
import { discover } from '../support.ts';
import { frameSuite } from './frame.ts';
import { hostileSuite } from './hostile.ts';
import { membersSuite } from './members.ts';
import { outageSuite } from './outage.ts';
import { patternsSuite } from './patterns.ts';
import { startStage } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
const given = (): Stage => stage;

beforeAll(async () => {
  stage = await startStage({ members: true });
  await discover(stage.system);
}, 120_000);

afterAll(async () => stage.close());

// in this order: each adds what those before it do not expect
frameSuite(given);
patternsSuite(given);
membersSuite(given);
hostileSuite(given);
outageSuite(given);
