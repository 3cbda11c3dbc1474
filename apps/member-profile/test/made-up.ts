import { buildMembership } from '@warren/mining';
import type { Membership } from '@warren/mining';
import { randomNumbers } from '@warren/testing';

/** Synthetic members, each with about eight of a thousand facets, a few of which are much more common than the rest. */
export function syntheticMembership(members: number): Membership {
  const next = randomNumbers(members);
  const draw = (word: string, kinds: number): string => `${word} ${Math.floor(next() ** 2 * kinds)}`;
  const some = (word: string, kinds: number, most: number): string[] =>
    Array.from({ length: Math.floor(next() * (most + 1)) }, () => draw(word, kinds));
  return buildMembership(
    Array.from({ length: members }, (_, at) => ({
      id: at + 1,
      facets: [
        ...some('skill:skill', 500, 8),
        ...some('interest:interest', 300, 5),
        ...some('looking_for:skill', 100, 1),
        draw('role:role', 50),
        draw('location:town', 50),
      ],
    })),
  );
}
