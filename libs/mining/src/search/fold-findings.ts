import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import type { TestFamily } from '../context/test-family.ts';
import { overlap } from '../membership/counting.ts';
import { upperTail } from '../null-model/poisson-binomial.ts';
import { chanceOfAtLeast } from '../null-model/rule-chance.ts';
import { testConditionally } from '../significance/conditional-test.ts';
import type { Rates } from '../significance/false-discovery.ts';
import { compareFacets } from '../significance/finding.ts';
import type { Finding } from '../significance/finding.ts';
import { isCohesive, isProductive } from '../significance/productivity.ts';
import { bestThreshold, growGroup, netSurprise } from './groups.ts';
import type { Neighbours } from './pairs.ts';

interface Folding {
  readonly neighbours: ReadonlyMap<TestFamily, Neighbours>;
  readonly rateOf: Rates['rateOf'];
  /** Members of structures, kept from one comparison to the next. */
  readonly members: WeakMap<Finding, Uint32Array>;
}

/**
 * Folds significant findings into structures, each reported once: the strongest finding first is grown into its group,
 * and findings within a structure are folded into it, unless they clearly hold beyond it.
 */
export function foldFindings(
  context: MiningContext,
  { graded, rateOf }: Rates,
  neighbours: ReadonlyMap<TestFamily, Neighbours>,
): Finding[] {
  const folding: Folding = { neighbours, rateOf, members: new WeakMap() };
  let structures: Finding[] = [];
  const strongestFirst = graded
    .filter((finding) => finding.q <= context.q)
    .sort((a, b) => netSurprise(b) - netSurprise(a) || compareFacets(a, b));
  for (const seed of strongestFirst) {
    checkCancelled(context.signal);
    const isFolded = structures.some(
      (structure) => explains(context, structure, seed, folding) || isVariant(structure, seed),
    );
    if (isFolded || !everyPartBelongs(context, seed)) {
      continue;
    }
    const stages = growGroup(context, seed, neighbours.get(seed.family) ?? new Map()).map((stage) =>
      testConditionally(context, stage),
    );
    const grown = stages.findLast((stage) => rateOf(stage) <= context.q && covers(stage, seed)) ?? seed;
    structures = accept(context, structures, grown, folding);
  }
  return structures;
}

function everyPartBelongs(context: MiningContext, finding: Finding): boolean {
  const { classes, facets } = finding.family;
  const level = context.q / facets.length;
  return finding.k === finding.facets.length
    ? isProductive(context, classes, finding.facets, level)
    : isCohesive(context, classes, finding, level);
}

/** Adds a structure; united with an earlier one where most of their facets go together and the union holds. */
function accept(
  context: MiningContext,
  structures: readonly Finding[],
  added: Finding,
  folding: Folding,
): Finding[] {
  for (const earlier of structures) {
    const united = unite(context, earlier, added, folding);
    if (united) {
      return accept(
        context,
        structures.filter((other) => other !== earlier),
        united,
        folding,
      );
    }
  }
  return [...structures.filter((earlier) => !explains(context, added, earlier, folding)), added];
}

/** Least share of the pairs of a united group that go together, so that two groups with one common facet stay two. */
const leastLinked = 2 / 3;

function unite(
  context: MiningContext,
  a: Finding,
  b: Finding,
  { neighbours, rateOf }: Folding,
): Finding | undefined {
  if (a.family !== b.family || covers(a, b) || covers(b, a)) {
    return undefined;
  }
  const facets = [...new Set([...a.facets, ...b.facets])];
  if (facets.length > a.family.largest) {
    return undefined;
  }
  const linked = linkedShare(facets, neighbours.get(a.family));
  if (linked < leastLinked) {
    return undefined;
  }
  const best = bestThreshold(context, a.family, facets);
  const united = best && testConditionally(context, best);
  if (!united || rateOf(united) > context.q) {
    return undefined;
  }
  return linked === 1 || isCohesive(context, a.family.classes, united, context.q) ? united : undefined;
}

function linkedShare(facets: readonly number[], neighbours: Neighbours | undefined): number {
  let linked = 0;
  for (const facet of facets) {
    for (const other of facets) {
      if (other > facet && neighbours?.get(facet)?.has(other)) {
        linked++;
      }
    }
  }
  return linked / ((facets.length * (facets.length - 1)) / 2);
}

function covers(structure: Finding, finding: Finding): boolean {
  return finding.facets.every((facet) => structure.facets.includes(facet));
}

/** Across kinds a finding that shares a facet of each kind with a stronger one is a variant of it. */
function isVariant(structure: Finding, { family, facets }: Finding): boolean {
  if (family.kinds.length < 2 || structure.family !== family || facets.length < 3) {
    return false;
  }
  return family.fits.every(({ from, to }) =>
    facets.some((facet) => facet >= from && facet < to && structure.facets.includes(facet)),
  );
}

/**
 * Returns whether a finding lies within a structure and is not clearly beyond chance among the members outside it as
 * well.
 */
function explains(context: MiningContext, structure: Finding, finding: Finding, folding: Folding): boolean {
  return covers(structure, finding) && !holdsOutside(context, structure, finding, folding);
}

/** Rate at which a finding outside a structure is clearly one of its own. */
const clearly = 0.01;

function holdsOutside(
  { counting, thresholds }: MiningContext,
  structure: Finding,
  finding: Finding,
  folding: Folding,
): boolean {
  const members = counting.atLeast(finding.facets, finding.k);
  const inside = folding.members.get(structure) ?? counting.atLeast(structure.facets, structure.k);
  folding.members.set(structure, inside);
  const outside = members.length - overlap(members, inside);
  if (outside < thresholds.minMembers) {
    return false;
  }
  const { classes } = finding.family;
  const counts = classes.counts.slice();
  for (const member of inside) {
    const c = classes.classOf[member] ?? 0;
    counts[c] = (counts[c] ?? 0) - 1;
  }
  const chances = chanceOfAtLeast(classes, finding.facets, finding.k);
  const expected = chances.reduce((sum, chance, c) => sum + chance * (counts[c] ?? 0), 0);
  if (outside < thresholds.minLift * expected) {
    return false;
  }
  const p = upperTail({ chances, counts }, outside);
  return folding.rateOf({ ...finding, p }) < clearly;
}
