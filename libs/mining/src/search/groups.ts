import type { MiningContext } from '../context/mining-context.ts';
import type { TestFamily } from '../context/test-family.ts';
import { surprise } from '../significance/finding.ts';
import type { Finding } from '../significance/finding.ts';
import { splitTail } from '../significance/productivity.ts';
import type { Neighbours } from './pairs.ts';
import { testGroup } from './sets.ts';

/** Least share of a group's members who carry a facet that joins it: below it the rule would mislead. */
const leastPrevalence = 0.25;

/**
 * Grows a set into the group that it is part of: adds, one by one, the facet that goes best with the members so far, as
 * long as it does so beyond chance among them (at a level that allows for every facet that could be added) and the
 * group as a whole gets more surprising for its size. Returns every step, the set first.
 */
export function growGroup(context: MiningContext, seed: Finding, neighbours: Neighbours): Finding[] {
  const { family } = seed;
  const level = context.q / family.facets.length;
  const stages = [seed];
  for (let group = seed; group.facets.length < family.largest;) {
    const next = bestAddition(context, group, neighbours, level);
    if (!next || netSurprise(next) <= netSurprise(group)) {
      break;
    }
    stages.push(next);
    group = next;
  }
  return stages;
}

/** Surprise less the logarithm of the number of rules of the size. */
export function netSurprise(finding: Finding): number {
  return surprise(finding) - Math.log(finding.tested);
}

function bestAddition(
  context: MiningContext,
  group: Finding,
  neighbours: Neighbours,
  level: number,
): Finding | undefined {
  const { counting, thresholds } = context;
  const { family, facets, k } = group;
  let best: { facet: number; p: number } | undefined;
  for (const facet of nearGroup(facets, neighbours)) {
    const together = counting.atLeastCounts([...facets, facet]);
    if ((together[k + 1] ?? 0) < thresholds.minMembers) {
      continue;
    }
    const { p, lift } = splitTail(context, family.classes, { facets: [facet], k: 1 }, { facets, k });
    if (p > level || lift < thresholds.minLift || (best && p >= best.p)) {
      continue;
    }
    if (prevalence(context, group, facet) >= leastPrevalence) {
      best = { facet, p };
    }
  }
  return best && bestThreshold(context, family, [...facets, best.facet]);
}

/** Facets that go together with at least half of a group, ascending. */
function nearGroup(facets: readonly number[], neighbours: Neighbours): number[] {
  const links = new Map<number, number>();
  for (const facet of facets) {
    for (const near of neighbours.get(facet) ?? []) {
      links.set(near, (links.get(near) ?? 0) + 1);
    }
  }
  return [...links]
    .filter(([facet, count]) => 2 * count >= facets.length && !facets.includes(facet))
    .map(([facet]) => facet)
    .sort((a, b) => a - b);
}

function prevalence({ counting }: MiningContext, { facets, k, observed }: Finding, facet: number): number {
  const members = counting.atLeast(facets, k);
  const carrying = new Set(counting.atLeast([facet], 1));
  return members.reduce((sum, member) => sum + (carrying.has(member) ? 1 : 0), 0) / observed;
}

/** A group of facets with the threshold k at which it is most surprising; undefined where none is worth a test. */
export function bestThreshold(
  context: MiningContext,
  family: TestFamily,
  facets: readonly number[],
): Finding | undefined {
  const sorted = [...facets].sort((a, b) => a - b);
  return testGroup(context, family, sorted).reduce<Finding | undefined>(
    (best, finding) => (best && surprise(best) >= surprise(finding) ? best : finding),
    undefined,
  );
}
