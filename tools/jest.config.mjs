import { preset } from '../jest.preset.mjs';

/** Looks at every view that reads, which takes minutes: `npm run test:page`. */
const long = process.env.WARREN_LONG_TESTS === undefined ? [] : ['<rootDir>/test/**/*.long.ts'];

/** Beside the tests of the whole system, those of the tools' own pure code. */
export default { ...preset('journey', { servers: true }), testMatch: ['<rootDir>/*/**/*.spec.ts', ...long] };
