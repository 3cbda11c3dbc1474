import type { Counting } from '../membership/counting.ts';
import { surprise } from '../significance/finding.ts';
import type { Finding, EffectThresholds } from '../significance/finding.ts';
import type { Neighbours } from './pairs.ts';
import { splitTail } from '../significance/productivity.ts';
import { testGroup } from './sets.ts';
import type { TestFamily } from '../context/test-family.ts';

/** A facet joins a group only if this share of the group's members carries it: else the rule misleads. */
const LEAST_PREVALENCE = 0.25;

/**
 * Grows a set into the group it is part of: again and again the facet that goes best with the members so far,
 * as long as it does so beyond chance among them (at a level that allows for every facet that could be asked)
 * and the group as a whole gets more surprising for its size. Returns every stage, the set first.
 */
export function growGroup(
  seed: Finding,
  counting: Counting,
  neighbours: Neighbours,
  floors: EffectThresholds,
  q: number,
): Finding[] {
  const { universe } = seed;
  const level = q / universe.facets.length;
  const stages = [seed];
  for (let group = seed; group.facets.length < universe.largest;) {
    const next = bestAddition(group, counting, neighbours, floors, level);
    if (!next || netSurprise(next) <= netSurprise(group)) break;
    stages.push(next);
    group = next;
  }
  return stages;
}

/** Surprise less what looking at so many rules of the size costs. */
export function netSurprise(finding: Finding): number {
  return surprise(finding) - Math.log(finding.tested);
}

function bestAddition(
  group: Finding,
  counting: Counting,
  neighbours: Neighbours,
  floors: EffectThresholds,
  level: number,
): Finding | undefined {
  const { universe, facets, k } = group;
  let best: { facet: number; p: number } | undefined;
  for (const facet of nearGroup(facets, neighbours)) {
    const together = counting.atLeastCounts([...facets, facet]);
    if ((together[k + 1] ?? 0) < floors.minMembers) continue;
    const { p, lift } = splitTail(universe.classes, counting, { facets: [facet], k: 1 }, { facets, k });
    if (p > level || lift < floors.minLift || (best && p >= best.p)) continue;
    if (prevalence(counting, group, facet) >= LEAST_PREVALENCE) best = { facet, p };
  }
  return best && bestThreshold(universe, counting, [...facets, best.facet], floors);
}

/** Facets that go together with at least half of a group, ascending. */
function nearGroup(facets: readonly number[], neighbours: Neighbours): number[] {
  const links = new Map<number, number>();
  for (const facet of facets) {
    for (const near of neighbours.get(facet) ?? []) links.set(near, (links.get(near) ?? 0) + 1);
  }
  return [...links]
    .filter(([facet, count]) => 2 * count >= facets.length && !facets.includes(facet))
    .map(([facet]) => facet)
    .sort((a, b) => a - b);
}

function prevalence(counting: Counting, { facets, k, observed }: Finding, facet: number): number {
  const members = counting.atLeast(facets, k);
  const carrying = new Set(counting.atLeast([facet], 1));
  return members.reduce((sum, member) => sum + (carrying.has(member) ? 1 : 0), 0) / observed;
}

/** The threshold at which a group of facets is most surprising. */
export function bestThreshold(
  universe: TestFamily,
  counting: Counting,
  facets: readonly number[],
  floors: EffectThresholds,
): Finding | undefined {
  const sorted = [...facets].sort((a, b) => a - b);
  return testGroup(universe, counting, sorted, floors).reduce<Finding | undefined>(
    (best, finding) => (best && surprise(best) >= surprise(finding) ? best : finding),
    undefined,
  );
}
