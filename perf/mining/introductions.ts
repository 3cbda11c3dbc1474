import { answersOf, buildMembership, proposeIntroductions } from '@warren/mining';
import type { Membership } from '@warren/mining';
import { createRandom } from '@warren/mining/test/random';
import { readArguments } from './arguments.ts';
import { largeCommunity } from './communities/large-community.ts';
import { startWatch } from './stopwatch.ts';

/**
 * Time and memory of assigning introductions, in communities of growing size.
 *
 *   node perf/mining/introductions.ts [most members 100000]
 *
 * Six in ten members look for one to three things: as popular as the skills are ("even"), or mostly what few have
 * ("scarce"). "Again" is the next run, which knows the first 10,000 of these as open and may add 10,000.
 */
const [mostMembers = 0] = readArguments([100_000]).numbers;
const mostOpen = 10_000;

for (const members of [1000, 10_000, 100_000].filter((size) => size <= mostMembers)) {
  for (const wished of ['even', 'scarce'] as const) {
    const membership = communityOf(members, wished);
    const answers = answersOf(membership.facets);
    const first = startWatch();
    const { proposed } = proposeIntroductions(membership, answers);
    const took = first().clock;
    const known = proposed.slice(0, mostOpen).map((one) => ({ ...one, state: 'open' as const }));
    const next = startWatch();
    proposeIntroductions(membership, answers, { known, most: mostOpen });
    const again = next().clock;
    const loads = [...Map.groupBy(proposed, ({ giver }) => giver).values()].map((list) => list.length);
    console.log(
      [
        `${members} members, ${wished} wishes: ${proposed.length} introductions in ${(took / 1000).toFixed(2)} s`,
        `at most ${Math.max(...loads)} for one giver`,
        `again in ${(again / 1000).toFixed(2)} s`,
        `peak of the process so far ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
      ].join('; '),
    );
  }
}

function communityOf(members: number, wished: 'even' | 'scarce'): Membership {
  const random = createRandom(members);
  const skills = 1000;
  const rows = [...largeCommunity(members, skills)];
  const listed = rows.flatMap(({ facets }) => facets);
  const wishes = (): string[] =>
    Array.from({ length: random() < 0.6 ? 1 + Math.floor(random() * 3) : 0 }, () => {
      const label = (listed[Math.floor(random() * listed.length)] ?? '').slice('skill:s'.length);
      return `looking_for:s${wished === 'even' ? label : skills - 1 - Number(label)}`;
    });
  return buildMembership(rows.map(({ id, facets }) => ({ id, facets: [...facets, ...wishes()] })));
}
