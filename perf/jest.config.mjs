import { preset } from '../jest.preset.mjs';

/** The pure code of the benchmarks and of fault injection. */
export default { ...preset('perf'), testMatch: ['<rootDir>/**/*.spec.ts'] };
