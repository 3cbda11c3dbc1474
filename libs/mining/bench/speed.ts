import { buildMembership, mine } from '../src/index.ts';
import type { MemberFacets } from '../src/index.ts';
import { createRandom, normal, sample } from './random.ts';

/**
 * How long an analysis takes, and its memory: node --conditions=@warren/source bench/speed.ts MEMBERS FACETS [groups]
 * About 8 skills a member, 30 members with up to 500, groups of 3–5 facets planted.
 */
const members = Number(process.argv[2] ?? 10_000);
const facets = Number(process.argv[3] ?? 300);
const groups = Number(process.argv[4] ?? 12);
const random = createRandom(7);
const cumulative: number[] = [];
let total = 0;
for (let facet = 0; facet < facets; facet++) cumulative.push((total += (facet + 3) ** -0.8));

function drawFacet(): number {
  const at = random() * total;
  let low = 0;
  let high = facets - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const planted = Array.from({ length: groups }, () => sample(random, facets, 3 + Math.floor(random() * 3)));
function* generate(): Iterable<MemberFacets> {
  for (let id = 1; id <= members; id++) {
    const wanted =
      id <= 30 ? Math.min(500, facets) : Math.max(1, Math.round(8 * Math.exp(0.6 * normal(random) - 0.18)));
    const listed = new Set(id <= 30 ? sample(random, facets, wanted) : []);
    for (let tries = 0; listed.size < wanted && tries < 4 * wanted; tries++) listed.add(drawFacet());
    if (random() < 0.1)
      for (const facet of planted[Math.floor(random() * groups)] ?? [])
        if (random() < 0.75) listed.add(facet);
    yield { id, facets: Array.from(listed, (facet) => `skill:s${facet}`) };
  }
}
const start = performance.now();
const membership = buildMembership(generate());
const built = performance.now();
const result = mine(membership);
const done = performance.now();
console.log(
  `${members} × ${facets}: entries ${membership.items.length}, built (with drawing) ${((built - start) / 1000).toFixed(2)} s, mined ${((done - built) / 1000).toFixed(2)} s,`,
  `rss ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, fit ${result.null_model.fits[0]?.iterations} sweeps,`,
  `beyond chance ${result.candidates.filter(({ basis }) => basis === 'beyond_chance').length}`,
);
