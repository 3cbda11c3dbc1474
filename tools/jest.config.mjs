import { preset } from '../jest.preset.mjs';

/** The pure code of the tools that set up, start and check Warren. */
export default { ...preset('tools'), testMatch: ['<rootDir>/**/*.spec.ts'] };
