import { buildMembership, mine } from '@warren/mining';
import { dataFolder, readArguments, wholeNumber } from './arguments.ts';
import { createGenerators } from './communities/generators.ts';
import { difficulties, plantedCommunity, plantingFor } from './communities/planted.ts';
import type { Difficulty, PlantedCommunity } from './communities/planted.ts';
import { runBaseline } from './scoring/fpgrowth-baseline.ts';
import type { BaselineReply } from './scoring/fpgrowth-baseline.ts';
import { oracle } from './scoring/oracle.ts';
import { addScores, describeScore, noScore, scoreReport } from './scoring/scoring.ts';
import type { Score } from './scoring/scoring.ts';
import { describeUnmatched } from './scoring/unmatched-facets.ts';

/**
 * Recovery of planted groups: Warren, node-fpgrowth on the same communities, and an oracle that tests the planted
 * sets only, with the same effect thresholds and q.
 *
 *   node perf/mining/recovery.ts [members 500] [seeds 30] [first seed 1000]
 *     --generators uneven,roles,shuffled   generators
 *     --baseline-seeds 3      number of communities on which node-fpgrowth runs, the first ones; 0 leaves it out
 *     --baseline-seconds 60   time limit of node-fpgrowth for one of them
 *     --unmatched             prints every candidate that matches no planted group, matches one again, or mixes two
 *     --data FOLDER           folder of rse-2018.ndjson
 *
 * node-fpgrowth reports every frequent itemset of two to five facets with lift ≥ 2. Its support is half of the members
 * of a group who are expected to list two of its facets, listing² × members of a group / 2, and at least three members:
 * a choice made knowing the groups, in its favour.
 */
const options = readArguments([500, 30, 1000], {
  options: ['generators', 'baseline-seeds', 'baseline-seconds', 'data'],
  flags: ['unmatched'],
});
const [members = 0, seeds = 0, firstSeed = 0] = options.numbers;
const baselineSeeds = Math.min(seeds, wholeNumber(options.option('baseline-seeds'), 3));
const baselineSeconds = wholeNumber(options.option('baseline-seconds'), 60);
const generators = createGenerators(dataFolder(options.option('data')));
const wanted = options.option('generators')?.split(',') ?? [...generators.keys()];

console.log(`${members} members, ${seeds} communities each from seed ${firstSeed}`);
for (const name of wanted) {
  const generate = generators.get(name);
  if (!generate) {
    continue;
  }
  for (const difficulty of difficulties) {
    let score = noScore;
    const byOracle = { whole: 0, planted: 0 };
    let milliseconds = 0;
    const baseline = startBaseline(difficulty);
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
      const community = plantedCommunity(generate, members, difficulty, seed);
      const membership = buildMembership(community.rows);
      const started = performance.now();
      const { candidates } = mine(membership);
      milliseconds += performance.now() - started;
      const beyond = candidates.filter(({ basis }) => basis === 'beyond_chance');
      const own = scoreReport(
        community.groups,
        beyond.map(({ facets }) => facets.map(({ key }) => key)),
      );
      score = addScores(score, own);
      byOracle.whole += oracle(membership, community.groups, 'whole search');
      byOracle.planted += oracle(membership, community.groups, 'planted only');
      if (options.flag('unmatched')) {
        for (const line of describeUnmatched(beyond, community.groups)) {
          console.log(`  seed ${seed} ${line}`);
        }
      }
      if (seed < firstSeed + baselineSeeds) {
        await baseline.take(community, own);
      }
    }
    console.log(
      [
        `${name.padEnd(8)}  ${difficulty.padEnd(8)}  Warren         ${describeScore(score)}`,
        `oracle ${(byOracle.whole / score.planted).toFixed(2)}`,
        `recall/oracle ${byOracle.whole === 0 ? '–' : (score.found / byOracle.whole).toFixed(2)}`,
        `(planted sets alone ${(byOracle.planted / score.planted).toFixed(2)})`,
        `reported ${(score.reported / seeds).toFixed(1)}`,
        `${(milliseconds / seeds).toFixed(0)} ms`,
      ].join('  '),
    );
    if (baselineSeeds > 0) {
      console.log(`${' '.repeat(20)}${baseline.describe()}`);
    }
  }
}

/** Runs node-fpgrowth over the communities of one difficulty and compares its scores with Warren's. */
function startBaseline(difficulty: Difficulty) {
  const planting = plantingFor(members, difficulty);
  const least = Math.max(3, Math.floor((planting.members * planting.listing ** 2) / 2));
  const sums = { seeds: 0, baseline: noScore, warren: noScore, itemsets: 0, milliseconds: 0 };
  let failure: string | undefined;

  const take = async ({ rows, groups }: PlantedCommunity, warren: Score): Promise<void> => {
    if (failure !== undefined) {
      return;
    }
    const reply: BaselineReply = await runBaseline(
      {
        transactions: rows.map(({ facets }) => facets.map(facetNumber)),
        groups: groups.map((group) => group.map(facetNumber)),
        // Slightly less: the library rounds the share times the members up.
        support: (least - 1e-6) / members,
        leastLift: 2,
      },
      baselineSeconds,
    );
    if (reply.outcome === 'failed') {
      failure = reply.reason;
      return;
    }
    sums.seeds++;
    sums.baseline = addScores(sums.baseline, reply.score);
    sums.warren = addScores(sums.warren, warren);
    sums.itemsets += reply.itemsets;
    sums.milliseconds += reply.milliseconds;
  };

  const describe = (): string => {
    const failed = failure === undefined ? '' : `, ${failure} on the next and was not run again`;
    const setting = `support ${least} members, first ${sums.seeds} of ${seeds} seeds${failed}`;
    if (sums.seeds === 0) {
      return `node-fpgrowth  ${setting}`;
    }
    const { baseline, warren } = sums;
    return [
      `node-fpgrowth  ${describeScore(baseline)}`,
      `reported ${(baseline.reported / sums.seeds).toFixed(0)}`,
      `of them with two facets of a group ${((100 * baseline.touching) / Math.max(1, baseline.reported)).toFixed(0)} %`,
      `itemsets ${(sums.itemsets / sums.seeds).toFixed(0)}`,
      `${(sums.milliseconds / sums.seeds).toFixed(0)} ms`,
      `(${setting}; Warren on these: ${describeScore(warren)})`,
    ].join('  ');
  };
  return { take, describe };
}

function facetNumber(key: string): number {
  return Number(/\d+$/.exec(key)?.[0] ?? 0);
}
