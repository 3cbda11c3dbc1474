import { overlap } from '../membership/counting.ts';
import type { Counting } from '../membership/counting.ts';
import type { Finding, EffectThresholds } from '../significance/finding.ts';
import { compareFacets } from '../significance/finding.ts';
import type { Graded } from '../significance/false-discovery.ts';
import { bestThreshold, growGroup, netSurprise } from './groups.ts';
import type { Neighbours } from './pairs.ts';
import { upperTail } from '../null-model/poisson-binomial.ts';
import { chanceOfAtLeast } from '../null-model/rule-chance.ts';
import { isCohesive, isProductive } from '../significance/productivity.ts';
import { checkStop } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import type { TestFamily } from '../context/test-family.ts';

/** What folding needs to know of the analysis it serves. */
export interface Folding {
  readonly counting: Counting;
  /** A finding with its p as sharp as it need be. */
  readonly sharpen: (finding: Finding) => Finding;
  readonly floors: EffectThresholds;
  readonly q: number;
  readonly neighbours: ReadonlyMap<TestFamily, Neighbours>;
  /** The false discovery rate at which a finding would be reported. */
  readonly rate: (finding: Finding) => number;
  /** Members of structures, kept from one comparison to the next. */
  readonly insides: WeakMap<Finding, Uint32Array>;
  readonly signal: CancellationSignal | undefined;
}

/**
 * From significant findings to structures, each reported once: the strongest first is grown into its group, and
 * what lies within a structure already found is folded into it, unless it holds clearly beyond it.
 */
export function toStructures(significant: readonly Graded[], folding: Folding): Finding[] {
  const { counting, q } = folding;
  let structures: Finding[] = [];
  const ordered = [...significant].sort((a, b) => netSurprise(b) - netSurprise(a) || compareFacets(a, b));
  for (const seed of ordered) {
    checkStop(folding.signal);
    if (structures.some((structure) => explains(structure, seed, folding) || varies(structure, seed)))
      continue;
    const level = q / seed.universe.facets.length;
    const { classes } = seed.universe;
    const genuine =
      seed.k === seed.facets.length
        ? isProductive(classes, counting, seed.facets, level)
        : isCohesive(classes, counting, seed, level);
    if (!genuine) continue;
    const stages = growGroup(
      seed,
      counting,
      folding.neighbours.get(seed.universe) ?? new Map(),
      folding.floors,
      q,
    ).map(folding.sharpen);
    const grown = stages.findLast((stage) => folding.rate(stage) <= q && covers(stage, seed)) ?? seed;
    structures = accept(structures, grown, folding);
  }
  return structures;
}

/** Adds a structure, as one with an earlier one it is half the same as, where the two together hold. */
function accept(structures: readonly Finding[], added: Finding, folding: Folding): Finding[] {
  for (const earlier of structures) {
    const united = unite(earlier, added, folding);
    if (united)
      return accept(
        structures.filter((other) => other !== earlier),
        united,
        folding,
      );
  }
  return [...structures.filter((earlier) => !explains(added, earlier, folding)), added];
}

/** Pairs of a united group that must go together, so that two groups meeting in one facet stay two. */
const LEAST_LINKED = 2 / 3;

function unite(a: Finding, b: Finding, folding: Folding): Finding | undefined {
  const { counting, floors, q, rate, neighbours, sharpen } = folding;
  if (a.universe !== b.universe || covers(a, b) || covers(b, a)) return undefined;
  const facets = [...new Set([...a.facets, ...b.facets])];
  if (facets.length > a.universe.largest) return undefined;
  const linked = linkedShare(facets, neighbours.get(a.universe));
  if (linked < LEAST_LINKED) return undefined;
  const best = bestThreshold(a.universe, counting, facets, floors);
  const united = best && sharpen(best);
  if (!united || rate(united) > q) return undefined;
  return linked === 1 || isCohesive(a.universe.classes, counting, united, q) ? united : undefined;
}

function linkedShare(facets: readonly number[], neighbours: Neighbours | undefined): number {
  let linked = 0;
  for (const facet of facets) {
    for (const other of facets) if (other > facet && neighbours?.get(facet)?.has(other)) linked++;
  }
  return linked / ((facets.length * (facets.length - 1)) / 2);
}

function covers(structure: Finding, finding: Finding): boolean {
  return finding.facets.every((facet) => structure.facets.includes(facet));
}

/** Across kinds a finding that meets a stronger one in a facet of each kind is a variant of it. */
function varies(structure: Finding, { universe, facets }: Finding): boolean {
  if (universe.kinds.length < 2 || structure.universe !== universe || facets.length < 3) return false;
  return universe.fits.every(({ from, to }) =>
    facets.some((facet) => facet >= from && facet < to && structure.facets.includes(facet)),
  );
}

/** Whether a finding lies within a structure and is not clearly beyond chance among the members outside it too. */
function explains(structure: Finding, finding: Finding, folding: Folding): boolean {
  return covers(structure, finding) && !holdsBeyond(structure, finding, folding);
}

function holdsBeyond(structure: Finding, finding: Finding, folding: Folding): boolean {
  const { counting, floors, rate } = folding;
  const members = counting.atLeast(finding.facets, finding.k);
  const inside = folding.insides.get(structure) ?? counting.atLeast(structure.facets, structure.k);
  folding.insides.set(structure, inside);
  const outside = members.length - overlap(members, inside);
  if (outside < floors.minMembers) return false;
  const { classes } = finding.universe;
  const counts = classes.counts.slice();
  for (const member of inside) {
    const found = classes.classOf[member] ?? 0;
    counts[found] = (counts[found] ?? 0) - 1;
  }
  const chances = chanceOfAtLeast(classes, finding.facets, finding.k);
  const expected = chances.reduce((sum, chance, c) => sum + chance * (counts[c] ?? 0), 0);
  if (outside < floors.minLift * expected) return false;
  const p = upperTail({ chances, counts }, outside);
  // Clearly: as a finding of its own, without the help of any other.
  return rate({ ...finding, p }) < 0.01;
}
