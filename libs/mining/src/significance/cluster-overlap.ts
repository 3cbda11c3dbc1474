import type { Clause } from '@warren/contracts';
import { createCounting, intersect } from '../membership/counting.ts';
import { kindOf } from '../membership/facet-keys.ts';
import { facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import type { MemberClasses } from '../null-model/null-model.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { chanceOfAtLeast } from '../null-model/rule-chance.ts';
import { scaledToCount } from './productivity.ts';

/** Overlap of two clauses: the members who match both. */
export interface Overlap {
  readonly observed: number;
  /** Members expected if the two clauses were independent given how much each member lists. */
  readonly expected: number;
  readonly p: number;
}

interface Side {
  readonly members: Uint32Array;
  /** Number of its members in each member class. */
  readonly counts: Uint32Array;
  /** Chance of matching, for each member class. */
  readonly chances: Float64Array;
}

/**
 * Tests the overlap of two clauses as wholes, each of one kind and the two of different kinds: each keeps its number of
 * members, and the two are independent given how much members list of either kind. The chances of each are scaled on
 * their odds to expect its members (`scaledToCount`), so neither lends its strength to the overlap. p is the larger of
 * two tails, that of one clause among the members of the other and the reverse; 1 where the counts are not worthwhile.
 * Undefined where nobody matches a clause, or everybody who could.
 */
export function testOverlap(
  membership: Membership,
  one: Clause,
  other: Clause,
  isWorthwhile: (counts: Pick<Overlap, 'observed' | 'expected'>) => boolean = () => true,
): Overlap | undefined {
  const classes = nullModelOf(membership).classes([one, other].map(kindOfClause));
  const [a, b] = [one, other].map((clause) => sideOf(membership, classes, clause));
  if (!a || !b) {
    return undefined;
  }
  const observed = intersect(a.members, b.members).length;
  const chances = a.chances.map((chance, c) => chance * (b.chances[c] ?? 0));
  const expected = meanOf({ chances, counts: classes.counts });
  if (!isWorthwhile({ observed, expected })) {
    return { observed, expected, p: 1 };
  }
  const tails = [upperTail({ chances: a.chances, counts: b.counts }, observed)];
  tails.push(upperTail({ chances: b.chances, counts: a.counts }, observed));
  return { observed, expected, p: Math.max(...tails) };
}

/**
 * Returns whether a rule is the overlap of two clusters of different kinds. Two facets and two facets are no clusters:
 * such a set of four is tested as a set.
 */
export function isClusterOverlap(clauses: readonly Clause[]): clauses is readonly [Clause, Clause] {
  if (!isAcrossKinds(clauses)) {
    return false;
  }
  const [one, other] = clauses;
  return one.at_least >= 2 && other.at_least >= 2 && (one.of.length > 2 || other.of.length > 2);
}

/** Returns whether a rule has two clauses, each of one kind and the two of different kinds. */
export function isAcrossKinds(clauses: readonly Clause[]): clauses is readonly [Clause, Clause] {
  const [one, other, ...more] = clauses;
  if (!one || !other || more.length > 0) {
    return false;
  }
  return [one, other].every(isOfOneKind) && kindOfClause(one) !== kindOfClause(other);
}

const sideCaches = new WeakMap<MemberClasses, Map<string, Side | undefined>>();

/** The side of a clause, computed once: each cluster is tested against many others. */
function sideOf(membership: Membership, classes: MemberClasses, clause: Clause): Side | undefined {
  const sides = sideCaches.get(classes) ?? new Map<string, Side | undefined>();
  sideCaches.set(classes, sides);
  const name = JSON.stringify([clause.at_least, clause.of]);
  if (!sides.has(name)) {
    sides.set(name, computeSide(membership, classes, clause));
  }
  return sides.get(name);
}

function computeSide(membership: Membership, classes: MemberClasses, clause: Clause): Side | undefined {
  const facets = clause.of.map((key) => facetIndex(membership, key)).filter((facet) => facet >= 0);
  if (facets.length < clause.at_least) {
    return undefined;
  }
  const members = createCounting(membership).atLeast(facets, clause.at_least);
  const counts = new Uint32Array(classes.counts.length);
  for (const member of members) {
    const c = classes.classOf[member] ?? 0;
    counts[c] = (counts[c] ?? 0) + 1;
  }
  const chances = scaledToCount(classes, chanceOfAtLeast(classes, facets, clause.at_least), members.length);
  return chances && { members, counts, chances };
}

function isOfOneKind({ of }: Clause): boolean {
  return new Set(of.map(kindOf)).size === 1;
}

function kindOfClause({ of }: Clause): string {
  return kindOf(of[0] ?? '');
}
