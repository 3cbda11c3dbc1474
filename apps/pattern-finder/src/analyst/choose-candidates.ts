import type { Candidate, PatternCategory } from '@warren/contracts';
import { PatternCategory as Categories } from '@warren/contracts';

const most = 10;
/** `shared` candidates fill up only to this many patterns in all. */
const fillUpTo = 6;
const mostStrengths = 2;

/**
 * At most ten candidates, category by category in turn so that no category crowds out another, each best first; `shared`
 * ones only while there are fewer than six others. A candidate half of whose facets a chosen one of its category has is
 * left out.
 */
export function chooseCandidates(candidates: readonly Candidate[]): Candidate[] {
  const chosen = inTurn(
    candidates.filter(({ basis }) => basis !== 'shared'),
    most,
  );
  const room = Math.max(0, fillUpTo - chosen.length);
  return [
    ...chosen,
    ...inTurn(
      candidates.filter(({ basis }) => basis === 'shared'),
      room,
      chosen,
    ),
  ];
}

function inTurn(
  candidates: readonly Candidate[],
  limit: number,
  before: readonly Candidate[] = [],
): Candidate[] {
  const queues = new Map<PatternCategory, Candidate[]>();
  for (const category of Categories.options) {
    queues.set(
      category,
      candidates.filter((candidate) => candidate.category === category),
    );
  }
  const chosen: Candidate[] = [];
  let progress = true;
  while (chosen.length < limit && progress) {
    progress = false;
    for (const queue of queues.values()) {
      const next = takeNext(queue, [...before, ...chosen]);
      if (next !== undefined && chosen.length < limit) {
        chosen.push(next);
        progress = true;
      }
    }
  }
  return chosen;
}

function takeNext(queue: Candidate[], chosen: readonly Candidate[]): Candidate | undefined {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { category } = next;
    const same = chosen.filter((other) => other.category === category);
    const crowded = category === 'community_strength' && same.length >= mostStrengths;
    if (!crowded && !same.some((other) => overlaps(next, other))) {
      return next;
    }
  }
  return undefined;
}

function overlaps(a: Candidate, b: Candidate): boolean {
  const keys = new Set(b.facets.map(({ key }) => key));
  const common = a.facets.filter(({ key }) => keys.has(key)).length;
  return common * 2 >= Math.min(a.facets.length, b.facets.length);
}
