import { preset } from '../jest.preset.mjs';

/** The pure code of what measures and breaks Warren. */
export default { ...preset('perf'), testMatch: ['<rootDir>/**/*.spec.ts'] };
