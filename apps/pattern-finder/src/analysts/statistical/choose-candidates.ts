import type { Candidate, PatternCategory } from '@warren/contracts';
import { PatternCategory as Categories } from '@warren/contracts';

const most = 10;
/** `shared` candidates fill up only to this many patterns in all. */
const fillUpTo = 6;
const mostStrengths = 2;
/** Patterns that may have the same facet, so that its members do not recur in every pattern. */
const mostWithFacet = 2;

/**
 * Chooses at most ten candidates, by category in turn so that none crowds out another, each best first; `shared` ones only
 * while there are fewer than six others. Candidates similar to a chosen one are left out. A candidate does not list its
 * members, but with the same facets they are largely the same.
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
  const queues = new Map<PatternCategory | 'apart' | 'swap', Candidate[]>();
  for (const name of [...Categories.options, 'apart', 'swap'] as const) {
    queues.set(
      name,
      candidates.filter((candidate) => queueOf(candidate) === name),
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

/** Groups that keep apart and swaps have queues of their own, though both are collaborations as wishes are. */
function queueOf({ basis, category }: Candidate): PatternCategory | 'apart' | 'swap' {
  return basis === 'apart' || basis === 'swap' ? basis : category;
}

function takeNext(queue: Candidate[], chosen: readonly Candidate[]): Candidate | undefined {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (addsSomething(next, chosen)) {
      return next;
    }
  }
  return undefined;
}

/** Checks whether a candidate differs from the chosen ones, and has no facet that they have used up. */
function addsSomething(candidate: Candidate, chosen: readonly Candidate[]): boolean {
  const { category, facets } = candidate;
  const same = chosen.filter((other) => other.category === category);
  if (category === 'community_strength' && same.length >= mostStrengths) {
    return false;
  }
  const isUsedUp = facets.some(
    ({ key }) => chosen.filter((other) => has(other, key)).length >= mostWithFacet,
  );
  return !isUsedUp && chosen.every((other) => mayStandBeside(candidate, other));
}

/**
 * Checks whether two candidates differ enough: less than half of the smaller one's facets in common, half in different
 * categories, and two thirds if they are about different topics: graphics in the browser and maps on the web have
 * many tools in common, and not so many people.
 */
function mayStandBeside(a: Candidate, b: Candidate): boolean {
  const overlap = overlapOf(a, b);
  if (a.category !== b.category) {
    return overlap <= 1 / 2;
  }
  const differ = a.topic !== null && b.topic !== null && a.topic !== b.topic;
  return differ ? overlap <= 2 / 3 : overlap < 1 / 2;
}

/** Share of the smaller one's facets that the other has too. */
function overlapOf(a: Candidate, b: Candidate): number {
  const common = a.facets.filter(({ key }) => has(b, key)).length;
  return common / Math.max(1, Math.min(a.facets.length, b.facets.length));
}

function has({ facets }: Candidate, key: string): boolean {
  return facets.some((facet) => facet.key === key);
}
