import { buildMembership, mine } from '@warren/mining';
import { dataFolder, readArguments } from './arguments.ts';
import { createGenerators } from './communities/generators.ts';
import { difficulties, plantedCommunity, nullCommunity } from './communities/planted.ts';
import { touches } from './scoring/scoring.ts';
import { mean, standardError } from './scoring/statistics.ts';

/**
 * Calibration of the false discovery rate: requested and observed, with groups planted and without.
 *
 *   node perf/mining/calibration.ts [members 500] [communities 200] [first seed 9000]
 *     --generators uneven,shuffled   generators
 *     --q 0.02,0.05,0.1,0.2          rates to control
 *     --difficulty easy,middling,hard,harder   difficulties, which the communities take in turn
 *     --data FOLDER                  folder of rse-2018.ndjson
 *
 * The empirical rate is the mean over communities of false ÷ max(1, reported). A candidate is true where at least two
 * of its facets belong to one planted group: these facets then do occur together more often than by chance, wherever
 * the candidate ends the group. It is false where no two of its facets were planted together. Duplicates of a group are
 * true here; they count against precision in recovery.ts. The mixture of roles is left out: facets of one role go
 * together a little there without being planted, so that a false candidate would not be false.
 *
 * The rate holds if empirical ≤ 1.25 q + two standard errors.
 */
const options = readArguments([500, 200, 9000], { options: ['generators', 'q', 'difficulty', 'data'] });
const [members = 0, communities = 0, firstSeed = 0] = options.numbers;
const levels = (options.option('q') ?? '0.02,0.05,0.1,0.2').split(',').map(Number);
const generators = createGenerators(dataFolder(options.option('data')));
const wanted = (options.option('generators') ?? 'uneven,shuffled').split(',');
const turns = difficulties.filter(
  (difficulty) => options.option('difficulty')?.split(',').includes(difficulty) ?? true,
);
const slack = 1.25;

console.log(
  `${members} members, ${communities} communities each from seed ${firstSeed}; ${turns.join(', ')}`,
);
for (const name of wanted) {
  const generate = generators.get(name);
  if (!generate) {
    continue;
  }
  for (const planted of [true, false]) {
    const shares = levels.map((): number[] => []);
    const reported = levels.map(() => 0);
    for (let at = 0; at < communities; at++) {
      const seed = firstSeed + at;
      const difficulty = turns[at % turns.length] ?? 'hard';
      const { rows, groups } = planted
        ? plantedCommunity(generate, members, difficulty, seed)
        : { rows: nullCommunity(generate, members, seed), groups: [] };
      levels.forEach((q, level) => {
        const found = mine(buildMembership(rows), { q })
          .candidates.filter(({ basis }) => basis === 'beyond_chance')
          .map(({ facets }) => facets.map(({ key }) => key));
        const wrong = found.filter((pattern) => !touches(pattern, groups)).length;
        shares[level]?.push(wrong / Math.max(1, found.length));
        reported[level] = (reported[level] ?? 0) + found.length;
      });
    }
    levels.forEach((q, level) => {
      const empirical = mean(shares[level] ?? []);
      const error = standardError(shares[level] ?? []);
      const bound = slack * q + 2 * error;
      console.log(
        [
          `${name.padEnd(8)}  ${planted ? 'with groups   ' : 'nothing planted'}`.padEnd(26),
          `q ${q.toFixed(2)}  empirical ${empirical.toFixed(4)} ± ${error.toFixed(4)}`,
          `bound ${bound.toFixed(4)}  ${empirical <= bound ? 'holds' : 'DOES NOT HOLD'}`,
          `reported ${((reported[level] ?? 0) / communities).toFixed(2)} a community`,
        ].join('  '),
      );
    });
  }
}
