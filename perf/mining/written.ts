import { Vocabulary, facetsOf } from '@warren/facets';
import { buildMembership, mine, miningDefaults } from '@warren/mining';
import type { MemberFacets } from '@warren/mining';
import { createRandom } from '@warren/mining/test/random';
import type { Random } from '@warren/mining/test/random';
import { dataFolder, readArguments } from './arguments.ts';
import { createGenerators } from './communities/generators.ts';
import { nullCommunity, plantedCommunity } from './communities/planted.ts';

/**
 * Facets read in texts, beside the same facets listed: communities with nothing planted that have a candidate beyond
 * chance, and planted groups that are found.
 *
 *   node perf/mining/written.ts [communities 200] [members 200] [first seed 5000] [--way listed|written]
 *
 * Each facet is a label of the vocabulary in one of many sentences; others deny it, or tell it of somebody else.
 */
const options = readArguments([200, 200, 5000], { options: ['way'] });
const [communities = 0, members = 0, firstSeed = 0] = options.numbers;
const vocabulary = new Vocabulary();
const generate = createGenerators(dataFolder(undefined)).get('uneven');
const says = [
  'I do {}.',
  'I teach {} on Sundays.',
  'I have been doing {} for years.',
  'These days I mostly do {}.',
  'My evenings belong to {}.',
  'On weekends I practise {}, badly.',
];
const decoys = [
  'I never got the hang of {}.',
  'My brother does {}.',
  'I used to do {}, in another life.',
  'The neighbours talk of nothing but {}.',
  'If I were younger I would do {}.',
];
const labels = [...new Set(vocabulary.names('skill').values())]
  .filter((label) => label.includes(' ') && written(`I do ${label}.`).join() === `skill:${label}`)
  .slice(0, 400);

/** The keys of the facets of a member with nothing but a bio. */
function written(bio: string): string[] {
  const empty = {
    skills: [],
    interests: [],
    looking_for: [],
    all_traits: [],
    role: '',
    roles: [],
    company: '',
    location: '',
  };
  return facetsOf({ ...empty, bio, prompt_responses: [] }, vocabulary).map(({ key }) => key);
}

/** The label of a facet of a made-up community. */
function labelOf(key: string): string {
  return labels[Number(key.replace(/\D/g, ''))] ?? key;
}

function bioOf(facets: readonly string[], random: Random): string {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const sentences = facets.map((key) => (pick(says) ?? '').replace('{}', labelOf(key)));
  const others = Array.from({ length: 3 }, () => (pick(decoys) ?? '').replace('{}', pick(labels) ?? ''));
  return [...sentences, ...others].join(' ');
}

function asWritten(rows: readonly MemberFacets[], seed: number): MemberFacets[] {
  const random = createRandom(seed);
  return rows.map(({ id, facets }) => ({ id, facets: written(bioOf(facets, random)) }));
}

function asListed(rows: readonly MemberFacets[]): MemberFacets[] {
  return rows.map(({ id, facets }) => ({ id, facets: facets.map((key) => `skill:${labelOf(key)}`) }));
}

function beyondChance(rows: readonly MemberFacets[]): string[][] {
  return mine(buildMembership(rows), { q: miningDefaults.q })
    .candidates.filter(({ basis }) => basis === 'beyond_chance')
    .map(({ facets }) => facets.map(({ key }) => key));
}

if (generate) {
  const ways = { listed: asListed, written: asWritten };
  console.log(`${communities} communities of ${members} from seed ${firstSeed}, q ${miningDefaults.q}`);
  for (const [way, as] of Object.entries(ways).filter(([name]) => name === (options.option('way') ?? name))) {
    let affected = 0;
    let [found, groups] = [0, 0];
    for (let seed = firstSeed; seed < firstSeed + communities; seed++) {
      affected += beyondChance(as(nullCommunity(generate, members, seed), seed)).length > 0 ? 1 : 0;
      const planted = plantedCommunity(generate, members, 'middling', seed);
      const candidates = beyondChance(as(planted.rows, seed));
      const wanted = planted.groups.map((group) => group.map((key) => `skill:${labelOf(key)}`));
      groups += wanted.length;
      found += wanted.filter((group) => candidates.some((candidate) => matches(candidate, group))).length;
    }
    console.log(
      `${way.padEnd(8)} nothing planted: ${affected} with a candidate; planted groups found: ${(found / groups).toFixed(2)}`,
    );
  }
}

/** Returns whether a candidate has at least two facets of a group, and half of either. */
function matches(candidate: readonly string[], group: readonly string[]): boolean {
  const common = candidate.filter((key) => group.includes(key)).length;
  return common >= 2 && 2 * common >= candidate.length && 2 * common >= group.length;
}
