import { join } from 'node:path';
import { buildMembership, mine } from '../src/index.ts';
import { asMembers, curveball, unevenProfiles } from './communities.ts';
import { createRandom } from './random.ts';
import { readMembers } from './read-members.ts';

/**
 * Communities with nothing in them: how many have a candidate beyond chance?
 * node --conditions=@warren/source bench/silence.ts [members] [seeds] [first seed]
 */
const members = Number(process.argv[2] ?? 200);
const seeds = Number(process.argv[3] ?? 50);
const firstSeed = Number(process.argv[4] ?? 5000);
const data = process.env['DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const levels = [0.02, 0.05, 0.1, 0.2];

const sources: Record<string, (seed: number) => ReturnType<typeof asMembers>> = {
  uneven: (seed) => asMembers(unevenProfiles(createRandom(seed), members, members <= 200 ? 120 : 300, 8)),
  shuffled: (seed) => {
    const random = createRandom(seed);
    const rows = readMembers(join(data, 'rse-2018.ndjson')).slice(0, Math.min(members, 997));
    const keys = [...new Set(rows.flatMap((row) => row.facets))]
      .filter((key) => /^(skill|interest):/.test(key))
      .sort();
    const number = new Map(keys.map((key, at) => [key, at]));
    const profiles = rows.map((row) => new Set(row.facets.flatMap((key) => number.get(key) ?? [])));
    return asMembers(curveball(random, profiles));
  },
};
for (const [name, generate] of Object.entries(sources)) {
  const loud = levels.map(() => 0);
  const candidates = levels.map(() => 0);
  const started = performance.now();
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const membership = buildMembership(generate(seed));
    levels.forEach((q, at) => {
      const found = mine(membership, { q }).candidates.filter(
        ({ basis }) => basis === 'beyond_chance',
      ).length;
      candidates[at] = (candidates[at] ?? 0) + found;
      if (found > 0) loud[at] = (loud[at] ?? 0) + 1;
    });
  }
  const text = levels.map(
    (q, at) => `q ${q}: ${loud[at] ?? 0} of ${seeds} (${candidates[at] ?? 0} candidates)`,
  );
  console.log(name, members, text.join('  '), `${((performance.now() - started) / seeds / 4).toFixed(0)} ms`);
}
