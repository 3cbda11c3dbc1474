import { preset } from '../jest.preset.mjs';

/** The pure code of what sets Warren up and checks it. */
export default { ...preset('tools'), testMatch: ['<rootDir>/**/*.spec.ts'] };
