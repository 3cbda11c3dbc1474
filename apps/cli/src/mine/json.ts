import { facetKind } from '@warren/contracts';
import type { Candidate, MiningResult } from '@warren/mining';
import type { Community } from './members/member-table.ts';

/** Writes the result as JSON for `--json`, candidate by candidate, so that no string holds all member ids at once. */
export function* jsonOf(result: MiningResult, community: Community): Generator<string> {
  const { members, facets } = result;
  const head = JSON.stringify({ members, facets, tested: wholeNumber(result.tested) });
  yield `${head.slice(0, -1)},"candidates":[`;
  const labels = new Map(community.facets.map(({ key, label }) => [key, label]));
  for (const [at, candidate] of result.candidates.entries()) {
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(toJson(candidate, labels, community.nameOf))}`;
  }
  yield `${result.candidates.length === 0 ? '' : '\n'}]}\n`;
}

function toJson(
  { category, basis, rule, facets, member_ids, statistics, sides, bridges, pairs }: Candidate,
  labels: ReadonlyMap<string, string>,
  nameOf: (id: number) => string,
) {
  const { observed, expected, lift, lift_low, lift_high, p_value, q_value } = statistics;
  return {
    category,
    basis,
    rule,
    facets: facets.map(({ key, in_pattern, in_community }) => ({
      key,
      kind: facetKind(key),
      label: labels.get(key) ?? key,
      in_pattern,
      in_community,
    })),
    members: member_ids.map(nameOf),
    statistics: { observed, expected, lift, lift_low, lift_high, p_value, q_value },
    ...(sides && { sides: { givers: sides.givers.map(nameOf), seekers: sides.seekers.map(nameOf) } }),
    ...(bridges && { bridges: bridges.map(nameOf) }),
    ...(pairs && {
      pairs: pairs.map(({ giver, seeker, facet }) => ({
        giver: nameOf(giver),
        seeker: nameOf(seeker),
        facet,
      })),
    }),
  };
}

/** Counts of possible rules pass 2^53; beyond it only their size matters. */
function wholeNumber(count: number): number {
  return Math.min(Math.round(count), Number.MAX_SAFE_INTEGER);
}
