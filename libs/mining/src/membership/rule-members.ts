import { createHash } from 'node:crypto';
import { isTwoSided } from '@warren/contracts';
import type { Rule, SimpleRule, TwoSidedRule } from '@warren/contracts';
import { isApartRule } from './apart-rules.ts';
import { createCounting, intersect, unite, without } from './counting.ts';
import { facetIndex } from './membership.ts';
import type { Membership } from './membership.ts';

/**
 * Ids of a rule's members, ascending; of a two-sided rule the union of both sides, with their bridges where they keep
 * apart, and nobody where one side is empty.
 */
export function membersOfRule(membership: Membership, rule: Rule): number[] {
  return idsAt(membership, positionsOfRule(membership, rule));
}

/** Positions of a rule's members, ascending; of two sides that keep apart also those who belong to both. */
export function positionsOfRule(membership: Membership, rule: Rule): Uint32Array {
  if (!isTwoSided(rule)) {
    return positionsOfSide(membership, rule);
  }
  const givers = positionsOfSide(membership, rule.givers);
  const seekers = positionsOfSide(membership, rule.seekers);
  // A single person who both gives and seeks has nobody to meet.
  const united = unite(unite(givers, seekers), bridgesOf(membership, rule));
  return givers.length > 0 && seekers.length > 0 && united.length > 1 ? united : new Uint32Array(0);
}

/**
 * Positions of those who belong to both sides of a rule that says that these keep apart, though each leaves out the
 * other; nobody for any other rule.
 */
export function bridgesOf(membership: Membership, rule: TwoSidedRule): Uint32Array {
  if (!isApartRule(rule)) {
    return new Uint32Array(0);
  }
  return [rule.givers, rule.seekers]
    .map(({ clauses }) => positionsOfSide(membership, { clauses }))
    .reduce(intersect);
}

/** Positions of the members who match every clause and lack the facets of `none_of`, ascending. */
export function positionsOfSide(membership: Membership, side: SimpleRule): Uint32Array {
  const counting = createCounting(membership);
  const carrying = (keys: readonly string[], least: number): Uint32Array => {
    const facets = keys.map((key) => facetIndex(membership, key)).filter((facet) => facet >= 0);
    return counting.atLeast(facets, least);
  };
  const found = side.clauses.map(({ of, at_least }) => carrying(of, at_least)).reduce(intersect);
  return side.none_of === undefined ? found : without(found, carrying(side.none_of, 1));
}

/** Ids of the members at some positions. */
export function idsAt(membership: Membership, positions: Uint32Array): number[] {
  return Array.from(positions, (position) => membership.ids[position] ?? 0);
}

/**
 * Fingerprint of a rule's meaning, 32 hex digits: equal for rules that differ only in the order of clauses or facets,
 * in a repetition, or in writing "all of a, b" as one clause or as two. Rules without `none_of` keep the fingerprint
 * that they had before there was one.
 */
export function ruleFingerprint(rule: Rule): string {
  const text = isTwoSided(rule)
    ? `givers ${canonical(rule.givers)} seekers ${canonical(rule.seekers)}`
    : canonical(rule);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function canonical({ clauses: asked, none_of = [] }: SimpleRule): string {
  const clauses = asked.flatMap(({ at_least, of }) => {
    const facets = [...new Set(of)].sort();
    return at_least === facets.length ? facets.map((key) => [1, key]) : [[at_least, ...facets]];
  });
  const texts = clauses.map((clause) => JSON.stringify(clause));
  const lacking = [...new Set(none_of)].sort();
  return [
    ...[...new Set(texts)].sort(),
    ...(lacking.length === 0 ? [] : [`none ${JSON.stringify(lacking)}`]),
  ].join();
}
