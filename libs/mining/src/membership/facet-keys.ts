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

/** Facet keys that answer a wish, the preferred one first: the skill of that label, or else the interest. */
export function answersTo(wish: string): [string, string] {
  return [`skill:${labelOf(wish)}`, `interest:${labelOf(wish)}`];
}

/** The facet key that answers a wish in a membership; undefined where nobody carries one. */
export function answerTo(membership: Membership, wish: string): string | undefined {
  return answersTo(wish).find((key) => facetIndex(membership, key) >= 0);
}
