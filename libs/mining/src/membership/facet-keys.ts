import { facetIndex } from './membership.ts';
import type { Membership } from './membership.ts';

const wishPrefix = 'looking_for:';

/** The kind of a facet key, of whatever kind. */
export function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** The label of a facet key: the key without its kind. */
export function labelOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/** Returns whether a facet key is a wish: something that a member looks for. */
export function isWish(key: string): boolean {
  return key.startsWith(wishPrefix);
}

/** By label, the roles of the people who do it: "composer" for composing. */
export type People = ReadonlyMap<string, readonly string[]>;

/**
 * Facet keys that answer a wish, those preferred first: the skill of that label, or else its roles, or else the theme, or
 * else the interest.
 */
export function answersTo(wish: string, people?: People): string[][] {
  const label = labelOf(wish);
  const roles = (people?.get(label) ?? []).map((role) => `role:${role}`);
  return [[`skill:${label}`], roles, [`theme:${label}`], [`interest:${label}`]];
}

/** The facet keys that answer a wish in a membership, all of one kind; none where nobody carries one. */
export function answersIn(membership: Membership, wish: string, people?: People): string[] {
  const carried = answersTo(wish, people).map((keys) =>
    keys.filter((key) => facetIndex(membership, key) >= 0),
  );
  return carried.find((keys) => keys.length > 0) ?? [];
}
