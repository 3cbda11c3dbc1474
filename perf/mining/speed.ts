import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FPGrowth } from 'node-fpgrowth';
import { buildMembership, mine } from '@warren/mining';
import type { MemberFacets } from '@warren/mining';
import { readMembers } from '@warren/mining/test/read-members';
import { dataFolder, readArguments } from './arguments.ts';
import { largeCommunity } from './communities/large-community.ts';
import { medianTook, startWatch } from './stopwatch.ts';
import type { Took } from './stopwatch.ts';

/**
 * Speed of an analysis against node-fpgrowth at support 0.01 on the same community, in turn in one process, as ratios
 * of medians. Start, reading and one warm-up run are left out on both sides.
 *
 *   node perf/mining/speed.ts [repetitions 7] [members 10000] [facets 300]
 *     --data FOLDER    folder of groceries.ndjson
 *
 * node-fpgrowth turns each item into JSON at every step, so it is timed with numbers and with strings, and the
 * faster counts. The two do not do the same work: one lists frequent itemsets, the other tests rules against
 * chance.
 */
const support = 0.01;
const options = readArguments([7, 10_000, 300], { options: ['data'] });
const [repetitions = 0, members = 0, facets = 0] = options.numbers;

await compare(`${members} × ${facets}`, [...largeCommunity(members, facets, { longProfiles: 0 })]);
const longest = Math.floor(facets / 2);
await compare(`${members} × ${facets}, 30 members with ${longest} facets among them`, [
  ...largeCommunity(members, facets, { longest }),
]);
const groceries = join(dataFolder(options.option('data')), 'groceries.ndjson');
if (existsSync(groceries)) {
  await compare('groceries', readMembers(groceries));
} else {
  console.log(`no groceries: ${groceries} does not exist (give its folder with --data FOLDER)`);
}

async function compare(name: string, rows: readonly MemberFacets[]): Promise<void> {
  const number = new Map([...new Set(rows.flatMap((row) => row.facets))].map((key, at) => [key, at]));
  const words = rows.map((row) => [...row.facets]);
  const numbers = rows.map((row) => row.facets.map((key) => number.get(key) ?? 0));
  const taken: { built: Took; mined: Took; words: Took; numbers: Took }[] = [];
  const counts = { beyond: 0, itemsets: 0 };
  for (let at = -1; at < repetitions; at++) {
    // Rebuilt each time: results computed from a membership are cached with it.
    const building = startWatch();
    const membership = buildMembership(rows);
    const built = building();
    const mining = startWatch();
    const { candidates } = mine(membership);
    const mined = mining();
    const ofWords = await timeBaseline(words);
    const ofNumbers = await timeBaseline(numbers);
    counts.beyond = candidates.filter(({ basis }) => basis === 'beyond_chance').length;
    counts.itemsets = ofNumbers.itemsets;
    if (at >= 0) {
      taken.push({ built, mined, words: ofWords.took, numbers: ofNumbers.took });
    }
  }
  const built = medianTook(taken.map((run) => run.built));
  const mined = medianTook(taken.map((run) => run.mined));
  const ofWords = medianTook(taken.map((run) => run.words));
  const ofNumbers = medianTook(taken.map((run) => run.numbers));
  const ratio = (of: keyof Took, extra: number) =>
    ((mined[of] + extra) / Math.min(ofWords[of], ofNumbers[of])).toFixed(2);
  console.log(
    [
      `${name}: Warren ÷ node-fpgrowth ${ratio('clock', 0)}, of processor time ${ratio('processor', 0)}`,
      `with building the membership ${ratio('clock', built.clock)}, ${ratio('processor', built.processor)}`,
      `medians of ${repetitions}: Warren ${mined.clock.toFixed(0)} ms and ${built.clock.toFixed(0)} ms to build`,
      `node-fpgrowth at ${support} ${ofNumbers.clock.toFixed(0)} ms with numbers, ${ofWords.clock.toFixed(0)} ms with strings`,
      `${counts.beyond} candidates beyond chance, ${counts.itemsets} frequent itemsets`,
    ].join('; '),
  );
}

async function timeBaseline(transactions: (string | number)[][]) {
  const watch = startWatch();
  const itemsets = await new FPGrowth<string | number>(support).exec(transactions);
  return { took: watch(), itemsets: itemsets.length };
}
