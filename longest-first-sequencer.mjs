import Sequencer from '@jest/test-sequencer';

/** Whole systems that compute more than they wait. */
const computes = /\/e2e\/(page|cli\/mine|analyst\/(adversarial|honest)|durability\/rolling)/;

/**
 * Whole systems first, then what needs a server, then the rest: a fresh checkout does not know how long each file took,
 * and a long one that begins last is waited for by an idle machine. Of whole systems, what computes stands between what
 * waits, so that the workers do the one beside the other.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (path.endsWith('.e2e.spec.ts') ? 0 : path.endsWith('.int.spec.ts') ? 1 : 2);
    const ranked = super.sort(tests).sort((a, b) => rank(a) - rank(b));
    const systems = ranked.filter((test) => rank(test) === 0);
    const computing = systems.filter(({ path }) => computes.test(path));
    const waiting = systems.filter(({ path }) => !computes.test(path));
    return [...dealt(computing, waiting), ...ranked.slice(systems.length)];
  }
}

/** Both lists as one, each at its own even pace from first to last. */
function dealt(some, others) {
  const placed = (list) => list.map((test, at) => ({ test, place: at / list.length }));
  return [...placed(some), ...placed(others)].sort((a, b) => a.place - b.place).map(({ test }) => test);
}
