import { preset } from '../jest.preset.mjs';

/** Tests that start the whole system. */
export default { ...preset('e2e', { servers: true }), testMatch: ['<rootDir>/**/*.e2e.spec.ts'] };
