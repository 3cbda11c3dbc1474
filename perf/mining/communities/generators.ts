import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { curveball, roleProfiles, unevenProfiles } from '@warren/mining/test/communities';
import type { Profiles } from '@warren/mining/test/communities';
import type { Random } from '@warren/mining/test/random';
import { readMembers } from '@warren/mining/test/read-members';

/** A community with nothing planted in it, and the number of facets that its members choose from. */
interface Background {
  readonly profiles: Profiles;
  readonly facets: number;
}

/** Generates a community of some size. */
export type Generate = (random: Random, members: number) => Background;

/** Number of facets to choose from; fewer in a small community, as in real ones. */
const facetsFor = (members: number) => (members <= 200 ? 120 : 300);
const meanListed = 8;

/**
 * The generators by name: uneven profiles, a mixture of roles, and a shuffled real file, which is left out with a
 * message where the file is missing.
 */
export function createGenerators(data: string): Map<string, Generate> {
  const generators = new Map<string, Generate>([
    [
      'uneven',
      (random, members) => {
        const facets = facetsFor(members);
        return { profiles: unevenProfiles(random, members, facets, meanListed), facets };
      },
    ],
    [
      'roles',
      (random, members) => {
        const facets = facetsFor(members);
        return { profiles: roleProfiles(random, members, facets, meanListed), facets };
      },
    ],
  ]);
  const file = join(data, 'rse-2018.ndjson');
  if (existsSync(file)) {
    generators.set('shuffled', shufflesOf(file));
  } else {
    console.log(`no shuffled communities: ${file} does not exist (give its folder with --data FOLDER)`);
  }
  return generators;
}

/** Curveball shuffles of a real file, which keep its margins, with skills and interests as one kind. */
function shufflesOf(file: string): Generate {
  const rows = readMembers(file).map((row) =>
    row.facets.filter((key) => key.startsWith('interest:') || key.startsWith('skill:')),
  );
  const entries = rows.flat();
  const keys = [...new Set(entries)].sort();
  const number = new Map(keys.map((key, at) => [key, at]));
  return (random, members) => {
    const profiles = Array.from({ length: members }, (_, at) => {
      const row = rows[(at * 7) % rows.length] ?? [];
      // Beyond the file's length a profile keeps its size only: a copy of a long one stays a copy through many trades.
      const listed = new Set(at < rows.length ? row : []);
      for (let tries = 0; listed.size < row.length && tries < 50 * row.length; tries++) {
        listed.add(entries[Math.floor(random() * entries.length)] ?? '');
      }
      return new Set([...listed].map((key) => number.get(key) ?? 0));
    });
    return { profiles: curveball(random, profiles), facets: keys.length };
  };
}
