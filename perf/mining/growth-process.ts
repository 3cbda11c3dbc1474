import { buildMembership, mine } from '@warren/mining';
import { readArguments } from './arguments.ts';
import { largeCommunity } from './communities/large-community.ts';
import { medianTook, startWatch } from './stopwatch.ts';
import type { Took } from './stopwatch.ts';

/** The process of growth.ts: draws one community, analyses it and prints the measurements as JSON. */
const [members = 0, facets = 0, longProfiles = 0] = readArguments([10_000, 300, 30]).numbers;
// Warm-up: small communities are analysed before the code is compiled to machine code, and each several times.
for (let seed = 1; seed <= 3; seed++) {
  mine(buildMembership(largeCommunity(2000, 300, { seed })));
}

const repetitions = members <= 10_000 ? 5 : members <= 100_000 ? 3 : 1;
const built: Took[] = [];
const mined: Took[] = [];
let entries = 0;
let beyond = 0;
for (let repetition = 0; repetition < repetitions; repetition++) {
  const drawing = startWatch();
  // Drawn while it is built, so that the drawn members take no memory of their own.
  const membership = buildMembership(largeCommunity(members, facets, { longProfiles }));
  built.push(drawing());
  entries = membership.items.length;
  const mining = startWatch();
  const { candidates } = mine(membership);
  mined.push(mining());
  beyond = candidates.filter(({ basis }) => basis === 'beyond_chance').length;
}
const peak = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ entries, built: medianTook(built), mined: medianTook(mined), peak, beyond }));
