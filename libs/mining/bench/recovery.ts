import { join } from 'node:path';
import { grade } from '../src/false-discovery.ts';
import { createCounting } from '../src/counting.ts';
import type { Finding } from '../src/finding.ts';
import { buildMembership, mine } from '../src/index.ts';
import type { MemberFacets, Membership } from '../src/index.ts';
import { facetIndex } from '../src/membership.ts';
import { nullModelOf } from '../src/null-model.ts';
import { testGroup } from '../src/sets.ts';
import { createSharpening } from '../src/sharpen.ts';
import { createUniverse } from '../src/universe.ts';
import { asMembers, curveball, plant, roleProfiles, unevenProfiles } from './communities.ts';
import type { Planting, Profiles } from './communities.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { readMembers } from './read-members.ts';

/**
 * Recovery of planted groups beside an oracle that tests the planted sets only, with the same floors and q:
 * node --conditions=@warren/source bench/recovery.ts [members] [seeds] [first seed]
 */
const members = Number(process.argv[2] ?? 500);
const seeds = Number(process.argv[3] ?? 30);
const firstSeed = Number(process.argv[4] ?? 1000);
const small = members <= 200;
const facets = small ? 120 : 300;
const size = small ? Math.max(8, Math.round(members / 10)) : members >= 2000 ? Math.round(members / 50) : 20;
const data = process.env['DATA'] ?? join(import.meta.dirname, '../../../../shared/data');

const difficulties: [string, Planting][] = (
  [
    ['easy', 0.95, 4, 5],
    ['middling', 0.85, 3, 4],
    ['hard', 0.75, 2, 4],
    ['harder', 0.6, 2, 4],
  ] as const
).map(([name, listing, leastFacets, mostFacets]) => [
  name,
  { groups: small ? 4 : 12, members: size, leastFacets, mostFacets, listing },
]);

const generators: Record<string, (random: Random) => { profiles: Profiles; facets: number }> = {
  uneven: (random) => ({ profiles: unevenProfiles(random, members, facets, 8), facets }),
  roles: (random) => ({ profiles: roleProfiles(random, members, facets, 8), facets }),
  shuffled: (random) => shuffledFile(random),
};

function shuffledFile(random: Random): { profiles: Profiles; facets: number } {
  const rows = readMembers(join(data, 'rse-2018.ndjson')).map((row) =>
    row.facets.filter((key) => key.startsWith('interest:') || key.startsWith('skill:')),
  );
  const keys = [...new Set(rows.flat())].sort();
  const number = new Map(keys.map((key, at) => [key, at]));
  const entries = rows.flat();
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
}

function oracle(membership: Membership, groups: string[][], knowing: boolean): Set<number> {
  const scope = { kinds: ['skill'], largest: 8 } as const;
  const universe = createUniverse(membership, nullModelOf(membership), scope, 3, undefined);
  if (!universe) return new Set();
  const counting = createCounting(membership);
  const families = universe.largest - 1;
  const floors = { minLift: 1.2, minMembers: 3, described: membership.described, families, membership };
  const { sharpen } = createSharpening(membership, families, undefined);
  const best = groups.flatMap((group, at): (Finding & { at: number })[] => {
    const indices = group.map((key) => facetIndex(membership, key)).sort((a, b) => a - b);
    const findings = testGroup(universe, counting, indices, floors).map(sharpen);
    const least = findings.reduce<Finding | undefined>((a, b) => (a && a.p <= b.p ? a : b), undefined);
    if (!least) return [];
    return [{ ...least, at, tested: knowing ? groups.length * findings.length : least.tested }];
  });
  const found = new Set<number>();
  for (const finding of grade(best, knowing ? 1 : families)) {
    if (finding.q <= 0.05)
      found.add(
        groups.findIndex((group) => group.some((key) => key === membership.facets[finding.facets[0] ?? -1])),
      );
  }
  return found;
}

function matches(candidate: readonly string[], group: readonly string[]): boolean {
  const shared = candidate.filter((key) => group.includes(key)).length;
  return shared >= 2 && shared / (candidate.length + group.length - shared) >= 0.5;
}

for (const [generator, generate] of Object.entries(generators)) {
  for (const [difficulty, planting] of difficulties) {
    const sum = { planted: 0, found: 0, distinct: 0, oracle: 0, knowing: 0, candidates: 0, ms: 0 };
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
      const random = createRandom(seed);
      const { profiles, facets: count } = generate(random);
      const groups = plant(random, profiles, count, planting).map((group) => group.map((f) => `skill:s${f}`));
      const rows: MemberFacets[] = asMembers(profiles);
      const membership = buildMembership(rows);
      const started = performance.now();
      const { candidates } = mine(membership);
      sum.ms += performance.now() - started;
      const beyond = candidates
        .filter(({ basis }) => basis === 'beyond_chance')
        .map((c) => c.facets.map(({ key }) => key));
      sum.planted += groups.length;
      sum.found += groups.filter((group) => beyond.some((candidate) => matches(candidate, group))).length;
      sum.oracle += oracle(membership, groups, false).size;
      sum.knowing += oracle(membership, groups, true).size;
      sum.candidates += beyond.length;
      const first = groups.map((group) => beyond.findIndex((candidate) => matches(candidate, group)));
      sum.distinct += new Set(first.filter((at) => at >= 0)).size;
      if (process.env['SHOW'])
        for (const group of groups) {
          const same = beyond.filter((c) => c.filter((key) => group.includes(key)).length >= 2);
          if (same.length > 1)
            console.log('  double', seed, group.join(), ':', same.map((c) => c.join()).join(' | '));
        }
      if (process.env['SHOW']) {
        for (const candidate of beyond)
          if (!groups.some((g) => matches(candidate, g)))
            console.log(
              '  stray',
              seed,
              candidate.join(),
              JSON.stringify(
                candidates.find((c) => c.facets.map(({ key }) => key).join() === candidate.join())
                  ?.statistics,
              ),
              'near',
              groups
                .filter((g) => candidate.some((k) => g.includes(k)))
                .map((g) => g.join())
                .join(' | '),
            );
      }
    }
    const recall = sum.found / sum.planted;
    const precision = sum.candidates === 0 ? 1 : sum.distinct / sum.candidates;
    console.log(
      [
        generator.padEnd(9),
        difficulty.padEnd(9),
        `recall ${recall.toFixed(2)}`,
        `oracle ${(sum.oracle / sum.planted).toFixed(2)}`,
        `(only them ${(sum.knowing / sum.planted).toFixed(2)})`,
        `ratio ${(sum.found / Math.max(1, sum.oracle)).toFixed(2)}`,
        `precision ${precision.toFixed(2)}`,
        `F1 ${((2 * recall * precision) / Math.max(1e-9, recall + precision)).toFixed(2)}`,
        `candidates ${(sum.candidates / seeds).toFixed(1)}`,
        `${(sum.ms / seeds).toFixed(0)} ms`,
      ].join('  '),
    );
  }
}
