import type { Profiles } from '@warren/mining/test/communities';
import { sample } from '@warren/mining/test/random';
import type { Random } from '@warren/mining/test/random';
import { themesInCodebook } from './coders.ts';
import { plantingFor } from './planted.ts';
import type { Difficulty } from './planted.ts';

/** A community into which themes are planted; profiles and codes are changed in place. */
interface ThemePlanting {
  readonly random: Random;
  readonly profiles: Profiles;
  readonly facets: number;
  readonly coded: Profiles;
  readonly difficulty: Difficulty;
  /** Shares of a planted theme's members who are not coded for it, and, for each of them, of others who are. */
  readonly errors: { readonly missing: number; readonly wrong: number };
}

/**
 * Plants groups of a theme and one or two skills, four at 200 members and below, else twelve: their members carry each
 * with the chance of the difficulty. Returns the theme and the skills of each group.
 */
export function plantThemes({
  random,
  profiles,
  facets,
  coded,
  difficulty,
  errors,
}: ThemePlanting): { theme: number; skills: number[] }[] {
  const { groups, members, listing } = plantingFor(profiles.length, difficulty);
  const middling = middlingOf(profiles, facets);
  const order = sample(random, middling.length, 2 * groups).map((at) => middling[at] ?? 0);
  return Array.from({ length: groups }, (_, group) => {
    // Neither the most nor the least common themes.
    const theme = Math.floor(((group + 0.5) * (themesInCodebook - 4)) / groups) + 2;
    const skills = order.splice(0, random() < 0.5 ? 1 : 2);
    const chosen = new Set(sample(random, profiles.length, members));
    const wrong = (errors.wrong * members) / (profiles.length - members);
    profiles.forEach((profile, at) => {
      const isOfGroup = chosen.has(at);
      for (const skill of isOfGroup ? skills : []) {
        if (random() < listing) {
          profile.add(skill);
        }
      }
      if (isOfGroup ? random() < listing * (1 - errors.missing) : random() < wrong) {
        coded[at]?.add(theme);
      }
    });
    return { theme, skills };
  });
}

/** The facets that neither the most nor the fewest list. */
function middlingOf(profiles: Profiles, facets: number): number[] {
  const counts = new Array<number>(facets).fill(0);
  for (const facet of profiles.flatMap((profile) => [...profile])) {
    counts[facet] = (counts[facet] ?? 0) + 1;
  }
  const order = counts.map((count, facet) => ({ count, facet })).sort((a, b) => b.count - a.count);
  return order.slice(Math.floor(facets * 0.1), Math.floor(facets * 0.8)).map(({ facet }) => facet);
}
