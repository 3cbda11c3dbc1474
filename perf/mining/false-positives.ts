import { buildMembership, mine, miningDefaults } from '@warren/mining';
import { dataFolder, readArguments } from './arguments.ts';
import { createGenerators } from './communities/generators.ts';
import { nullCommunity } from './communities/planted.ts';

/**
 * False positives: the share of communities without structure that have a candidate beyond chance, in either direction.
 *
 *   node perf/mining/false-positives.ts [communities 200] [first seed 5000]
 *     --sizes uneven:200,uneven:1000,uneven:10000,shuffled:200,shuffled:997   generators and members
 *     --q 0.05         false discovery rate to control
 *     --data FOLDER    folder of rse-2018.ndjson
 *
 * Every candidate is false there, so the share of communities with one is the false discovery rate.
 */
const options = readArguments([200, 5000], { options: ['sizes', 'q', 'data'] });
const [communities = 0, firstSeed = 0] = options.numbers;
const q = Number(options.option('q') ?? miningDefaults.q);
const sizes = options.option('sizes') ?? 'uneven:200,uneven:1000,uneven:10000,shuffled:200,shuffled:997';
const generators = createGenerators(dataFolder(options.option('data')));

console.log(`nothing planted: ${communities} communities each from seed ${firstSeed}, q ${q}`);
for (const [name = '', size] of sizes.split(',').map((text) => text.split(':'))) {
  const members = Number(size);
  const generate = generators.get(name);
  if (!generate) {
    continue;
  }
  let affected = 0;
  let candidates = 0;
  let apart = 0;
  let milliseconds = 0;
  for (let seed = firstSeed; seed < firstSeed + communities; seed++) {
    const membership = buildMembership(nullCommunity(generate, members, seed));
    const started = performance.now();
    const tested = mine(membership, { q }).candidates.filter(
      ({ basis }) => basis === 'beyond_chance' || basis === 'apart',
    );
    const found = tested.length;
    apart += tested.filter(({ basis }) => basis === 'apart').length;
    milliseconds += performance.now() - started;
    candidates += found;
    if (found > 0) {
      affected++;
    }
  }
  const share = affected / communities;
  console.log(
    [
      `${name.padEnd(8)} ${String(members).padStart(6)} members`,
      `${affected} of ${communities} with a candidate beyond chance (${(100 * share).toFixed(1)} %, ${(share / q).toFixed(2)} of q)`,
      `${candidates} candidates, ${apart} of groups that keep apart`,
      `${(milliseconds / communities).toFixed(0)} ms`,
    ].join('  '),
  );
}
