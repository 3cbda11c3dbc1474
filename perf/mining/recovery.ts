import { buildMembership, mine } from '@warren/mining';
import { dataFolder, readArguments, wholeNumber } from './arguments.ts';
import { createGenerators } from './communities/generators.ts';
import { oracle } from './scoring/oracle.ts';
import { askPeer } from './scoring/fpgrowth-baseline.ts';
import type { PeerReply } from './scoring/fpgrowth-baseline.ts';
import { difficulties, plantedCommunity, plantingFor } from './communities/planted.ts';
import type { Difficulty, PlantedCommunity } from './communities/planted.ts';
import { addScores, describeScore, noScore, scoreReport } from './scoring/scoring.ts';
import type { Score } from './scoring/scoring.ts';
import { describeStrays } from './scoring/unmatched-facets.ts';

/**
 * Recovery of planted groups: Warren, node-fpgrowth on the same communities, and an oracle that tests the planted
 * sets only, with the same floors and q.
 *
 *   node perf/mining/recovery.ts [members 500] [seeds 30] [first seed 1000]
 *     --generators uneven,roles,shuffled   which of them
 *     --peer-seeds 3      node-fpgrowth takes the first so many communities; 0 leaves it out
 *     --peer-seconds 60   and is ended when one of them takes longer
 *     --strays            prints every candidate that adds to no planted group, or mixes two
 *     --data FOLDER       where rse-2018.ndjson lies
 *
 * node-fpgrowth reports every frequent itemset of two to five facets with lift ≥ 2. Its support is half of what two
 * facets of a group are expected to share of it, listing² × members of a group / 2, and three members at least: a
 * choice made knowing the groups, in its favour.
 */
const options = readArguments([500, 30, 1000], {
  options: ['generators', 'peer-seeds', 'peer-seconds', 'data'],
  flags: ['strays'],
});
const [members = 0, seeds = 0, firstSeed = 0] = options.numbers;
const peerSeeds = Math.min(seeds, wholeNumber(options.option('peer-seeds'), 3));
const peerSeconds = wholeNumber(options.option('peer-seconds'), 60);
const generators = createGenerators(dataFolder(options.option('data')));
const wanted = options.option('generators')?.split(',') ?? [...generators.keys()];

console.log(`${members} members, ${seeds} communities each from seed ${firstSeed}`);
for (const name of wanted) {
  const generate = generators.get(name);
  if (!generate) continue;
  for (const difficulty of difficulties) {
    let score = noScore;
    const told = { whole: 0, planted: 0 };
    let milliseconds = 0;
    const peer = startPeer(difficulty);
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
      told.whole += oracle(membership, community.groups, 'whole search');
      told.planted += oracle(membership, community.groups, 'planted only');
      if (options.flag('strays')) {
        for (const line of describeStrays(beyond, community.groups)) console.log(`  seed ${seed} ${line}`);
      }
      if (seed < firstSeed + peerSeeds) await peer.take(community, own);
    }
    console.log(
      [
        `${name.padEnd(8)}  ${difficulty.padEnd(8)}  Warren         ${describeScore(score)}`,
        `oracle ${(told.whole / score.planted).toFixed(2)}`,
        `recall/oracle ${told.whole === 0 ? '–' : (score.found / told.whole).toFixed(2)}`,
        `(planted sets alone ${(told.planted / score.planted).toFixed(2)})`,
        `reported ${(score.reported / seeds).toFixed(1)}`,
        `${(milliseconds / seeds).toFixed(0)} ms`,
      ].join('  '),
    );
    if (peerSeeds > 0) console.log(`${' '.repeat(20)}${peer.describe()}`);
  }
}

/** node-fpgrowth over the communities of one difficulty, Warren's scores of the same ones beside it. */
function startPeer(difficulty: Difficulty) {
  const planting = plantingFor(members, difficulty);
  const least = Math.max(3, Math.floor((planting.members * planting.listing ** 2) / 2));
  const sums = { seeds: 0, peer: noScore, warren: noScore, itemsets: 0, milliseconds: 0 };
  let failure: string | undefined;

  const take = async ({ rows, groups }: PlantedCommunity, warren: Score): Promise<void> => {
    if (failure !== undefined) return;
    const reply: PeerReply = await askPeer(
      {
        transactions: rows.map(({ facets }) => facets.map(facetNumber)),
        groups: groups.map((group) => group.map(facetNumber)),
        // A hair less: the library rounds the share times the members up.
        support: (least - 1e-6) / members,
        leastLift: 2,
      },
      peerSeconds,
    );
    if (reply.outcome === 'failed') {
      failure = reply.reason;
      return;
    }
    sums.seeds++;
    sums.peer = addScores(sums.peer, reply.score);
    sums.warren = addScores(sums.warren, warren);
    sums.itemsets += reply.itemsets;
    sums.milliseconds += reply.milliseconds;
  };

  const describe = (): string => {
    const failed = failure === undefined ? '' : `, ${failure} on the next and was not asked again`;
    const setting = `support ${least} members, first ${sums.seeds} of ${seeds} seeds${failed}`;
    if (sums.seeds === 0) return `node-fpgrowth  ${setting}`;
    const { peer, warren } = sums;
    return [
      `node-fpgrowth  ${describeScore(peer)}`,
      `reported ${(peer.reported / sums.seeds).toFixed(0)}`,
      `of them with two facets of a group ${((100 * peer.touching) / Math.max(1, peer.reported)).toFixed(0)} %`,
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
