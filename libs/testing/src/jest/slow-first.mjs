import Sequencer from '@jest/test-sequencer';

/**
 * Whole systems first, then what needs a server, then the rest: a fresh checkout does not know how long each file took,
 * and a long one that begins last is waited for by an idle machine.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (path.includes('/tools/test/') ? 0 : path.endsWith('.int.spec.ts') ? 1 : 2);
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
