import { preset } from '../jest.preset.mjs';

/** Beside the tests of the whole system, those of the tools' own pure code. */
export default { ...preset('journey', { servers: true }), testMatch: ['<rootDir>/*/**/*.spec.ts'] };
