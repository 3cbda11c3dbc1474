import type { MemberFacets } from '@warren/mining';
import { asMembers, facetKey, plant } from '@warren/mining/test/communities';
import type { Planting } from '@warren/mining/test/communities';
import { createRandom } from '@warren/mining/test/random';
import type { Generate } from './generators.ts';

/** A community and the facet keys of each group planted into it. */
export interface PlantedCommunity {
  readonly rows: readonly MemberFacets[];
  readonly groups: readonly (readonly string[])[];
}

/**
 * Difficulties of finding groups, easiest first: by the chance that members list a group's facets, and their number.
 */
export const difficulties = ['easy', 'middling', 'hard', 'harder'] as const;
export type Difficulty = (typeof difficulties)[number];

const plantings = {
  easy: { listing: 0.95, leastFacets: 4, mostFacets: 5 },
  middling: { listing: 0.85, leastFacets: 3, mostFacets: 4 },
  hard: { listing: 0.75, leastFacets: 2, mostFacets: 4 },
  harder: { listing: 0.6, leastFacets: 2, mostFacets: 4 },
} as const;

/** Twelve groups of 20 members, of a fiftieth from 2,000 up; at 200 and below four of a tenth, at least 8. */
export function plantingFor(members: number, difficulty: Difficulty): Planting {
  const small = members <= 200;
  const size = small
    ? Math.max(8, Math.round(members / 10))
    : members >= 2000
      ? Math.round(members / 50)
      : 20;
  return { groups: small ? 4 : 12, members: size, ...plantings[difficulty] };
}

/** Draws a community and plants groups into it; the same seed gives the same community. */
export function plantedCommunity(
  generate: Generate,
  members: number,
  difficulty: Difficulty,
  seed: number,
): PlantedCommunity {
  const random = createRandom(seed);
  const { profiles, facets } = generate(random, members);
  const groups = plant(random, profiles, facets, plantingFor(members, difficulty));
  return { rows: asMembers(profiles), groups: groups.map((group) => group.map(facetKey)) };
}

/** Draws a community with nothing planted. */
export function nullCommunity(generate: Generate, members: number, seed: number): MemberFacets[] {
  return asMembers(generate(createRandom(seed), members).profiles);
}
