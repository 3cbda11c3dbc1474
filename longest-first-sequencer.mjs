import Sequencer from '@jest/test-sequencer';

/** Kinds of tests by the ending of their file, the slowest kind first. */
const endings = ['.e2e.spec.ts', '.int.spec.ts', '.spec.ts'];

/**
 * Whole systems first, then what needs a server, then the rest: a fresh checkout does not know how long each file took,
 * and a long one that starts last leaves the machine idle. Within a kind Jest's own order applies: failed tests of the
 * last run first, then the longest.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const kind = ({ path }) => endings.findIndex((ending) => path.endsWith(ending));
    return super.sort(tests).sort((a, b) => kind(a) - kind(b));
  }
}
