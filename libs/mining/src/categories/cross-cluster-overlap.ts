import type { Clause } from '@warren/contracts';
import { createCounting, intersect } from '../membership/counting.ts';
import { facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import type { MemberClasses } from '../null-model/null-model.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { chanceOfAtLeast } from '../null-model/rule-chance.ts';
import { calibrated } from '../significance/productivity.ts';

/** How many members meet both of two clauses, how many would, and how probable as many are. */
export interface Meeting {
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
}

interface Side {
  readonly members: Uint32Array;
  /** How many of each class are members. */
  readonly counts: Uint32Array;
  readonly chances: Float64Array;
}

/**
 * Measures two clauses, each of one kind and the two of different kinds, against each other as wholes: each keeps
 * its number of members, and nothing but what members list of either kind joins the two. The chances of each are
 * moved by one factor on their odds until they expect its members (`calibrated`), so neither lends its strength:
 * only the meeting counts. p is the larger of two tails, that of one among the members of the other and the reverse,
 * those members taken as they are; 1 where the counts are not worthwhile. Undefined where a clause is met by nobody,
 * or by all who could.
 */
export function measureMeeting(
  membership: Membership,
  one: Clause,
  other: Clause,
  isWorthwhile: (counts: Pick<Meeting, 'observed' | 'expected'>) => boolean = () => true,
): Meeting | undefined {
  const classes = nullModelOf(membership).classes([one, other].map(kindOfClause));
  const [a, b] = [one, other].map((clause) => sideOf(membership, classes, clause));
  if (!a || !b) return undefined;
  const observed = intersect(a.members, b.members).length;
  const chances = a.chances.map((chance, c) => chance * (b.chances[c] ?? 0));
  const expected = meanOf({ chances, counts: classes.counts });
  if (!isWorthwhile({ observed, expected })) return { observed, expected, p: 1 };
  const tails = [upperTail({ chances: a.chances, counts: b.counts }, observed)];
  tails.push(upperTail({ chances: b.chances, counts: a.counts }, observed));
  return { observed, expected, p: Math.max(...tails) };
}

/**
 * Whether a rule says that two clusters of different kinds meet. Two facets and two facets are no clusters: such a
 * set of four is tested as a set.
 */
export function isMeeting(clauses: readonly Clause[]): clauses is readonly [Clause, Clause] {
  if (!isAcrossKinds(clauses)) return false;
  const [one, other] = clauses;
  return one.at_least >= 2 && other.at_least >= 2 && (one.of.length > 2 || other.of.length > 2);
}

/** Whether a rule has two clauses, each of one kind and the two of different kinds. */
export function isAcrossKinds(clauses: readonly Clause[]): clauses is readonly [Clause, Clause] {
  const [one, other, ...more] = clauses;
  if (!one || !other || more.length > 0) return false;
  return [one, other].every(isOfOneKind) && kindOfClause(one) !== kindOfClause(other);
}

const sides = new WeakMap<MemberClasses, Map<string, Side | undefined>>();

/** Each cluster meets many others: its side is computed once. */
function sideOf(membership: Membership, classes: MemberClasses, clause: Clause): Side | undefined {
  const known = sides.get(classes) ?? new Map<string, Side | undefined>();
  sides.set(classes, known);
  const name = JSON.stringify([clause.at_least, clause.of]);
  if (!known.has(name)) known.set(name, computeSide(membership, classes, clause));
  return known.get(name);
}

function computeSide(membership: Membership, classes: MemberClasses, clause: Clause): Side | undefined {
  const facets = clause.of.map((key) => facetIndex(membership, key)).filter((facet) => facet >= 0);
  if (facets.length < clause.at_least) return undefined;
  const members = createCounting(membership).atLeast(facets, clause.at_least);
  const counts = new Uint32Array(classes.counts.length);
  for (const member of members) {
    const found = classes.classOf[member] ?? 0;
    counts[found] = (counts[found] ?? 0) + 1;
  }
  const plain = chanceOfAtLeast(classes, facets, clause.at_least);
  const chances = calibrated(classes, plain, members.length);
  return chances && { members, counts, chances };
}

function isOfOneKind({ of }: Clause): boolean {
  return new Set(of.map(kindOf)).size === 1;
}

function kindOfClause({ of }: Clause): string {
  return kindOf(of[0] ?? '');
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
