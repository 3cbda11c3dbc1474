import type { Candidate } from '../candidates/candidate.ts';
import { introduce } from '../candidates/introductions.ts';
import { chanceStatistics, countFacets } from '../candidates/statistics.ts';
import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { apartRule } from '../membership/apart-rules.ts';
import { overlap } from '../membership/counting.ts';
import { carriersOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import {
  bridgesOf,
  idsAt,
  positionsOfRule,
  positionsOfSide,
  ruleFingerprint,
} from '../membership/rule-members.ts';
import type { Graded } from '../significance/false-discovery.ts';
import { isFewer, testFewerAlone } from '../significance/fewer.ts';
import { absence, compareFacets } from '../significance/finding.ts';
import type { SearchedRules } from './searched-rules.ts';

const mostCandidates = 5;
/** Share of the rarer facet's carriers who have the other too, from which two facets stand for one group of people. */
const sameGroup = 0.5;

/**
 * Groups that keep apart: pairs of facets that fewer members have than expected, at the rate of all findings, and also
 * without the facets that go together with either of them. The largest absences come first; pairs between groups of
 * which a stronger pair tells already are left out.
 */
export function findApart(
  context: MiningContext,
  _found: readonly Candidate[],
  { rates }: SearchedRules,
): Candidate[] {
  const { membership, thresholds, q } = context;
  const kept: Graded[] = [];
  const strongest = rates.apart
    .filter((finding) => finding.q <= q)
    .sort((a, b) => absence(b) - absence(a) || compareFacets(a, b));
  for (const finding of strongest) {
    checkCancelled(context.signal);
    if (kept.length >= mostCandidates) {
      break;
    }
    if (kept.some((stronger) => tellsOf(membership, stronger, finding))) {
      continue;
    }
    const { family, facets, observed } = finding;
    const [a = 0, b = 0] = facets;
    const alone = testFewerAlone(context, family, [a, b], observed);
    const weaker = {
      ...finding,
      expected: Math.min(finding.expected, alone.expected),
      p: Math.max(finding.p, alone.p),
    };
    const rate = rates.rateOf(weaker);
    if (rate <= q && isFewer(thresholds, observed, weaker.expected)) {
      kept.push({ ...weaker, q: rate });
    }
  }
  return kept.map((finding) => toCandidate(membership, finding));
}

/** Returns whether both facets of a pair are, or mostly belong to the people of, those of another pair. */
function tellsOf(membership: Membership, stronger: Graded, { facets }: Graded): boolean {
  const [a = 0, b = 0] = stronger.facets;
  const [c = 0, d = 0] = facets;
  const isSame = (one: number, other: number): boolean => {
    const [some, others] = [carriersOf(membership, one), carriersOf(membership, other)];
    return overlap(some, others) >= sameGroup * Math.min(some.length, others.length);
  };
  return (isSame(a, c) && isSame(b, d)) || (isSame(a, d) && isSame(b, c));
}

function toCandidate(membership: Membership, finding: Graded): Candidate {
  const [one = '', other = ''] = finding.facets.map((facet) => membership.facets[facet] ?? '');
  const rule = apartRule(one, other);
  const positions = positionsOfRule(membership, rule);
  const givers = positionsOfSide(membership, rule.givers);
  const seekers = positionsOfSide(membership, rule.seekers);
  return {
    id: ruleFingerprint(rule),
    category: 'collaboration_opportunity',
    basis: 'apart',
    rule,
    facets: countFacets(membership, rule, positions),
    member_ids: idsAt(membership, positions),
    statistics: chanceStatistics(finding, membership.described),
    sides: { givers: idsAt(membership, givers), seekers: idsAt(membership, seekers) },
    bridges: idsAt(membership, bridgesOf(membership, rule)),
    pairs: introduce(membership, givers, seekers, [one]),
  };
}
