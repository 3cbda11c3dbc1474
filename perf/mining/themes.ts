import { buildMembership, mine } from '@warren/mining';
import type { MemberFacets } from '@warren/mining';
import type { Profiles } from '@warren/mining/test/communities';
import { createRandom } from '@warren/mining/test/random';
import { dataFolder, readArguments } from './arguments.ts';
import { codeByChance, coders, plainCoder } from './communities/coders.ts';
import { createGenerators } from './communities/generators.ts';
import type { Generate } from './communities/generators.ts';
import { plantThemes } from './communities/planted-themes.ts';
import { matches } from './scoring/scoring.ts';

/**
 * Themes that a model coded in members' texts, beside what members list.
 *
 * First, nothing is planted: skills, interests and themes have nothing to do with each other, and the model codes in ways
 * that might look like it: in bunches of its own, more for those who write and list more, too broadly, only some of the
 * members. Printed is the share of communities with a candidate beyond chance, in either direction, that has a theme, and
 * with any; "none" is the same communities without themes. Second, a theme is planted together with skills, and so are
 * an interest and a trait in its place: the share that is found, by candidates beyond chance with the theme.
 *
 *   node perf/mining/themes.ts [communities 40] [first seed 7000]
 *     --part chance,planted         parts to run
 *     --sizes 80,120,200,500        members
 *     --generators uneven,roles,shuffled
 *     --coders plain,bunched,…      those of communities/coders.ts, and none
 *     --data FOLDER                 folder of rse-2018.ndjson
 */
const options = readArguments([40, 7000], { options: ['part', 'sizes', 'generators', 'coders', 'data'] });
const [communities = 0, firstSeed = 0] = options.numbers;
const listOf = (name: string, fallback: readonly string[]) => options.option(name)?.split(',') ?? fallback;
const parts = listOf('part', ['chance', 'planted']);
const sizes = listOf('sizes', ['80', '120', '200', '500']).map(Number);
const available = createGenerators(dataFolder(options.option('data')));
const generators = listOf('generators', [...available.keys()]).flatMap((name) => {
  const generate = available.get(name);
  return generate ? [{ name, generate }] : [];
});
const seeds = Array.from({ length: communities }, (_, at) => firstSeed + at);

for (const part of parts) {
  console.log(
    part === 'chance'
      ? `nothing planted: ${communities} communities each from seed ${firstSeed}`
      : `planted: ${communities} communities each from seed ${firstSeed}`,
  );
  for (const members of sizes) {
    (part === 'chance' ? printByChance : printPlanted)(members);
  }
}

/** Prints how many communities in which nothing is planted have a candidate. */
function printByChance(members: number): void {
  for (const coder of listOf('coders', ['none', ...Object.keys(coders)])) {
    const sum = { communities: 0, themed: 0, any: 0 };
    const each = generators.map(({ name, generate }) => {
      let affected = 0;
      for (const seed of seeds) {
        const found = beyondChance(codedByChance(generate, members, coder, seed));
        const isThemed = found.some((keys) => keys.some(isTheme));
        affected += isThemed ? 1 : 0;
        sum.communities++;
        sum.themed += isThemed ? 1 : 0;
        sum.any += found.length > 0 ? 1 : 0;
      }
      return `${name} ${affected}`;
    });
    console.log(
      [
        `${String(members).padStart(5)} members  ${coder.padEnd(8)}`,
        `with a theme ${shareOf(sum.themed, sum.communities)} (${each.join(', ')})`,
        `any ${shareOf(sum.any, sum.communities)}`,
      ].join('  '),
    );
  }
}

/** Prints how many of the planted structures are found, of each kind that is planted beside skills. */
function printPlanted(members: number): void {
  for (const { name, generate } of generators) {
    for (const difficulty of ['easy', 'middling', 'hard'] as const) {
      const ways = {
        theme: { kind: 'theme', missing: 0, wrong: 0 },
        'theme, coded with errors': { kind: 'theme', missing: 0.1, wrong: 0.05 },
        interest: { kind: 'interest', missing: 0, wrong: 0 },
        trait: { kind: 'trait', missing: 0, wrong: 0 },
      };
      const recalls = Object.entries(ways).map(([way, { kind, ...errors }]) => {
        let [found, planted] = [0, 0];
        for (const seed of seeds) {
          const random = createRandom(seed);
          const { profiles, facets } = generate(random, members);
          const coded = codeByChance(random, plainCoder, sizesOf(profiles));
          const groups = plantThemes({ random, profiles, facets, coded, difficulty, errors });
          const candidates = beyondChance(withKind(profiles, coded, kind, (facet) => `skill:s${facet}`));
          planted += groups.length;
          found += groups.filter(({ theme, skills }) => {
            const group = [`${kind}:t${theme}`, ...skills.map((facet) => `skill:s${facet}`)];
            return candidates.some((keys) => keys.includes(group[0] ?? '') && matches(keys, group));
          }).length;
        }
        return `${way} ${(found / planted).toFixed(2)}`;
      });
      console.log(
        `${String(members).padStart(5)} members  ${name.padEnd(8)}  ${difficulty.padEnd(8)}  ${recalls.join('  ')}`,
      );
    }
  }
}

function codedByChance(generate: Generate, members: number, coder: string, seed: number): MemberFacets[] {
  const random = createRandom(seed);
  const { profiles } = generate(random, members);
  const coding = coders[coder];
  if (!coding && coder !== 'none') {
    throw new Error(`--coders knows none, ${Object.keys(coders).join(', ')}, not "${coder}"`);
  }
  const coded = coding
    ? codeByChance(random, coding, sizesOf(profiles))
    : profiles.map(() => new Set<number>());
  // Neither by parity nor by remainder of six: one in six facets is a role's.
  return withKind(profiles, coded, 'theme', (facet) =>
    Math.floor(facet / 6) % 2 === 0 ? `skill:s${facet}` : `interest:i${facet}`,
  );
}

/** Members with what they list and with what they are coded for, as facets of some kind. */
function withKind(
  profiles: Profiles,
  coded: Profiles,
  kind: string,
  keyOf: (facet: number) => string,
): MemberFacets[] {
  return profiles.map((profile, at) => ({
    id: at + 1,
    facets: [...Array.from(profile, keyOf), ...Array.from(coded[at] ?? [], (theme) => `${kind}:t${theme}`)],
  }));
}

function beyondChance(rows: readonly MemberFacets[]): string[][] {
  return mine(buildMembership(rows))
    .candidates.filter(({ basis }) => basis === 'beyond_chance' || basis === 'apart')
    .map(({ facets }) => facets.map(({ key }) => key));
}

function sizesOf(profiles: Profiles): number[] {
  return profiles.map(({ size }) => size);
}

function isTheme(key: string): boolean {
  return key.startsWith('theme:');
}

function shareOf(count: number, all: number): string {
  return `${count} of ${all} (${((100 * count) / Math.max(1, all)).toFixed(1)} %)`;
}
