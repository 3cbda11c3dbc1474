import type { MemberFacets } from '../src/index.ts';
import { normal, sample } from './random.ts';
import type { Random } from './random.ts';

/** Profiles as sets of facet numbers. */
export type Profiles = Set<number>[];

/** Uneven profiles without structure: numbers of facets are log-normal, facet popularity follows a power law. */
export function unevenProfiles(random: Random, members: number, facets: number, mean: number): Profiles {
  const popularity = Array.from({ length: facets }, (_, rank) => (rank + 3) ** -0.8);
  const total = popularity.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: members }, () => {
    const eagerness = Math.exp(0.8 * normal(random) - 0.32) * mean;
    return new Set(
      popularity.flatMap((weight, facet) => {
        const odds = (eagerness * weight) / total;
        return random() < odds / (1 + odds) ? [facet] : [];
      }),
    );
  });
}

/** A mixture of roles: each role prefers its own part of the facets a little and lists more or fewer facets. */
export function roleProfiles(random: Random, members: number, facets: number, mean: number): Profiles {
  const roles = 6;
  const popularity = Array.from({ length: facets }, () => Math.exp(normal(random)));
  const total = popularity.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: members }, () => {
    const role = Math.floor(random() * roles);
    const eagerness = Math.exp(0.5 * normal(random) - 0.125) * mean * (0.6 + role * 0.16);
    return new Set(
      popularity.flatMap((weight, facet) => {
        const odds = (eagerness * weight * (facet % roles === role ? 1.25 : 0.95)) / total;
        return random() < odds / (1 + odds) ? [facet] : [];
      }),
    );
  });
}

/**
 * Shuffles profiles, keeping the number of facets of each and of profiles with each facet (curveball, Strona et al.
 * 2014).
 */
export function curveball(random: Random, profiles: Profiles, trades = profiles.length * 20): Profiles {
  const rows = profiles.map((profile) => [...profile]);
  for (let trade = 0; trade < trades; trade++) {
    const i = Math.floor(random() * rows.length);
    const j = Math.floor(random() * rows.length);
    if (i === j) {
      continue;
    }
    const [mine, theirs] = [rows[i] ?? [], rows[j] ?? []];
    const inMine = new Set(mine);
    const inTheirs = new Set(theirs);
    const pool = [...mine.filter((f) => !inTheirs.has(f)), ...theirs.filter((f) => !inMine.has(f))];
    const common = mine.filter((f) => inTheirs.has(f));
    const chosen = new Set(
      sample(random, pool.length, mine.length - common.length).map((at) => pool[at] ?? 0),
    );
    rows[i] = [...common, ...chosen];
    rows[j] = [...common, ...pool.filter((f) => !chosen.has(f))];
  }
  return rows.map((row) => new Set(row));
}

/** Parameters of groups planted into profiles. */
export interface Planting {
  readonly groups: number;
  readonly members: number;
  readonly leastFacets: number;
  readonly mostFacets: number;
  /** The chance that a member of a group lists each of its facets. */
  readonly listing: number;
}

/** Plants groups of middling facets; returns each group's facets. Profiles are changed in place. */
export function plant(random: Random, profiles: Profiles, facets: number, planting: Planting): number[][] {
  const counts = new Array<number>(facets).fill(0);
  for (const profile of profiles) {
    for (const facet of profile) {
      counts[facet] = (counts[facet] ?? 0) + 1;
    }
  }
  const common = counts.map((count, facet) => ({ count, facet })).sort((a, b) => b.count - a.count);
  // Neither the most nor the least common facets.
  const middling = common.slice(Math.floor(facets * 0.1), Math.floor(facets * 0.8)).map(({ facet }) => facet);
  const order = sample(random, middling.length, middling.length);
  let used = 0;
  return Array.from({ length: planting.groups }, () => {
    const size =
      planting.leastFacets + Math.floor(random() * (planting.mostFacets - planting.leastFacets + 1));
    const group = order.slice(used, used + size).map((at) => middling[at] ?? 0);
    used += size;
    for (const member of sample(random, profiles.length, planting.members)) {
      for (const facet of group) {
        if (random() < planting.listing) {
          profiles[member]?.add(facet);
        }
      }
    }
    return group;
  });
}

/** The facet key of a facet number. */
export function facetKey(facet: number): string {
  return `skill:s${facet}`;
}

/** Profiles as members with skills. */
export function asMembers(profiles: Profiles): MemberFacets[] {
  return profiles.map((profile, at) => ({ id: at + 1, facets: Array.from(profile, facetKey) }));
}
