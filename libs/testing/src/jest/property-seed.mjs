import { configureGlobal } from 'fast-check';

/**
 * Draws the same examples in every run, so that a change fails by what it changed; PROPERTY_SEED=random draws others, and
 * a number draws those of a run that failed.
 */
const { PROPERTY_SEED: seed = '20260101' } = process.env;
if (seed !== 'random') {
  configureGlobal({ seed: Number(seed) });
}
