import { applyChanges, buildMembership, mine } from '@warren/mining';
import type { MemberFacets } from '@warren/mining';
import { createRandom } from '@warren/mining/test/random';
import { readArguments } from './arguments.ts';
import { largeCommunity } from './communities/large-community.ts';
import { medianTook, startWatch } from './stopwatch.ts';
import type { Took } from './stopwatch.ts';

/**
 * Cost of the next analysis after one member changed, against a whole one, as a ratio of medians.
 *
 *   node perf/mining/one-change.ts [repetitions 5] [most members 100000]
 *
 * Whole: the membership is built from all members and analysed. Next: the change is applied to the existing membership,
 * which is then analysed. A warm-up run of each is left out. Both must give the same result.
 */
const sizes = [
  [10_000, 300],
  [100_000, 1000],
] as const;
const [repetitions = 0, mostMembers = 0] = readArguments([5, 100_000]).numbers;

for (const [members, facets] of sizes) {
  if (members > mostMembers) {
    continue;
  }
  const random = createRandom(members);
  const rows = [...largeCommunity(members, facets)];
  let membership = buildMembership(rows);
  mine(membership);
  const whole: { built: Took; mined: Took }[] = [];
  const next: { built: Took; mined: Took }[] = [];
  let same = true;
  for (let at = -1; at < repetitions; at++) {
    const changed = changeOne(rows, Math.floor(random() * members), rows[Math.floor(random() * members)]);
    const applying = startWatch();
    membership = applyChanges(membership, [changed]);
    const applied = applying();
    const continuing = startWatch();
    const again = mine(membership);
    const continued = continuing();

    const building = startWatch();
    const fresh = buildMembership(rows);
    const built = building();
    const mining = startWatch();
    const all = mine(fresh);
    const mined = mining();
    same &&= JSON.stringify(all) === JSON.stringify(again);
    if (at < 0) {
      continue;
    }
    whole.push({ built, mined });
    next.push({ built: applied, mined: continued });
  }
  const [ofWhole, ofNext] = [whole, next].map((runs) => ({
    built: medianTook(runs.map(({ built }) => built)),
    mined: medianTook(runs.map(({ mined }) => mined)),
  }));
  if (!ofWhole || !ofNext) {
    continue;
  }
  const ratio = (of: keyof Took) => (ofNext.mined[of] / ofWhole.mined[of]).toFixed(3);
  const withBuilding = (of: keyof Took) =>
    ((ofNext.mined[of] + ofNext.built[of]) / (ofWhole.mined[of] + ofWhole.built[of])).toFixed(3);
  console.log(
    [
      `${members} × ${facets}, one member changed: next ÷ whole ${ratio('clock')}, of processor time ${ratio('processor')}`,
      `with the membership ${withBuilding('clock')}, ${withBuilding('processor')}`,
      `medians of ${repetitions}: whole ${ofWhole.mined.clock.toFixed(0)} ms and ${ofWhole.built.clock.toFixed(0)} ms to build`,
      `next ${ofNext.mined.clock.toFixed(0)} ms and ${ofNext.built.clock.toFixed(1)} ms to apply`,
      same ? 'the same results' : 'THE RESULTS DIFFER',
    ].join('; '),
  );
  if (!same) {
    process.exitCode = 1;
  }
}

/** Adds a facet of another member to one member, or removes it if present; changes `rows` in place. */
function changeOne(
  rows: MemberFacets[],
  position: number,
  other: MemberFacets | undefined,
): { id: number; facets: readonly string[] } {
  const member = rows[position];
  const facet = other?.facets[0];
  if (!member || facet === undefined) {
    throw new Error(`there is no member at ${position}`);
  }
  const facets = member.facets.includes(facet)
    ? member.facets.filter((key) => key !== facet)
    : [...member.facets, facet];
  const changed = { id: member.id, facets };
  rows[position] = changed;
  return changed;
}
