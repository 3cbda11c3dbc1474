import { preset } from '../jest.preset.mjs';

/** Everything that starts the whole system. */
export default { ...preset('e2e', { servers: true }), testMatch: ['<rootDir>/**/*.e2e.spec.ts'] };
