import { facetsAskedFor } from '@warren/contracts';
import type { Rule, SimpleRule, TwoSidedRule } from '@warren/contracts';

/** The rule of two facets that keep apart: those with one and not the other on either side. */
export function apartRule(one: string, other: string): TwoSidedRule {
  const side = (has: string, lacks: string) => ({ clauses: [{ at_least: 1, of: [has] }], none_of: [lacks] });
  return { givers: side(one, other), seekers: side(other, one) };
}

/**
 * Returns whether the sides of a rule leave out exactly what the other side asks for. Such a rule says that the two keep
 * apart; those who fulfil the clauses of both are its bridges.
 */
export function isApartRule(rule: Rule): rule is TwoSidedRule {
  if (!('givers' in rule)) {
    return false;
  }
  const { givers, seekers } = rule;
  return leavesOut(givers, seekers) && leavesOut(seekers, givers);
}

function leavesOut({ none_of = [] }: SimpleRule, other: SimpleRule): boolean {
  const asked = facetsAskedFor(other);
  return new Set(none_of).size === asked.length && asked.every((key) => none_of.includes(key));
}
