import type { Clause } from '@warren/contracts';
import { meetsThresholds } from '../significance/finding.ts';
import type { EffectThresholds } from '../significance/finding.ts';
import type { Membership } from '../membership/membership.ts';
import type { Candidate } from './candidate.ts';
import { idsAt, positionsOfSide, ruleFingerprint } from '../membership/rule-members.ts';
import { chanceStatistics, countFacets } from './statistics.ts';
import { checkStop } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import { isMeeting, measureMeeting } from './cross-cluster-overlap.ts';
import type { Meeting } from './cross-cluster-overlap.ts';
import { sameWords } from './same-words.ts';
import { labelOf } from './tautologies.ts';

/** Of either kind so many, the strongest, are tested against each other. */
const MOST_CLUSTERS = 60;

type Tested = Meeting & { readonly clauses: readonly [Clause, Clause]; readonly keys: readonly string[] };

/**
 * Skill clusters and interest themes that meet in the same people more often than both margins explain. Every
 * cluster is tested against every theme, as wholes, but for those that name the same things and for two pairs, which
 * are tested as a set of four; together they are one more family of tests (`floors.families` counts it already).
 *
 * The clusters were chosen by looking at the data, the test is honest all the same: a cluster was chosen by what its
 * facets do among themselves, the members of a theme follow from interests alone, those of a cluster from skills
 * alone, and if nothing but inclination joins skills to interests, then, given who is in either and how much each
 * lists, where the two meet has had no part in the choice. Within one kind this would not hold: both groups would
 * be cut from the same columns. Of a pair that a candidate across kinds covers already, by a facet of each, nothing
 * is said again.
 */
export function findMeetings(
  membership: Membership,
  beyond: readonly Candidate[],
  floors: EffectThresholds,
  q: number,
  signal?: CancellationSignal,
): Candidate[] {
  const tested: Tested[] = [];
  const clusters = clausesOf(beyond, 'skill_cluster').slice(0, MOST_CLUSTERS);
  for (const theme of clausesOf(beyond, 'interest_theme').slice(0, MOST_CLUSTERS)) {
    for (const cluster of clusters) {
      checkStop(signal);
      const clauses = [theme, cluster] as const;
      if (!isMeeting(clauses) || nameTheSame(theme, cluster)) continue;
      const found = measureMeeting(membership, theme, cluster, ({ observed, expected }) =>
        meetsThresholds(observed, expected, floors),
      );
      if (found) tested.push({ ...found, clauses, keys: clauses.flatMap(({ of }) => of) });
    }
  }
  const known = beyond
    .filter(({ category }) => category === 'cross_domain')
    .map(({ facets }) => new Set(facets.map(({ key }) => key)));
  return withRates(tested, floors.families)
    .filter((meeting) => meeting.q <= q)
    .filter(
      ({ clauses }) => !known.some((keys) => clauses.every(({ of }) => of.some((key) => keys.has(key)))),
    )
    .map((meeting) => toCandidate(membership, meeting, tested.length));
}

function clausesOf(candidates: readonly Candidate[], category: Candidate['category']): Clause[] {
  return candidates.flatMap((candidate) => {
    if (candidate.category !== category || !('clauses' in candidate.rule)) return [];
    const [only, ...more] = candidate.rule.clauses;
    return only && more.length === 0 ? [only] : [];
  });
}

function nameTheSame(one: Clause, other: Clause): boolean {
  return one.of.some((key) => other.of.some((another) => sameWords(labelOf(key), labelOf(another))));
}

/** Benjamini–Hochberg within the family, which has its share of the error; discoveries count where they are apart. */
function withRates(tested: readonly Tested[], families: number): (Tested & { q: number })[] {
  const ordered = tested.toSorted((a, b) => a.p - b.p || (a.keys.join() < b.keys.join() ? -1 : 1));
  const taken = new Set<string>();
  let separate = 0;
  const rates = ordered.map(({ p, keys }) => {
    if (keys.every((key) => !taken.has(key))) {
      separate++;
      for (const key of keys) taken.add(key);
    }
    return (p * tested.length * families) / separate;
  });
  let least = 1;
  return ordered
    .map((meeting, at) => ({ meeting, rate: rates[at] ?? 1 }))
    .reverse()
    .map(({ meeting, rate }) => ({ ...meeting, q: (least = Math.min(least, rate)) }))
    .reverse();
}

function toCandidate(
  membership: Membership,
  { clauses, observed, expected, p, q }: Tested & { q: number },
  tested: number,
): Candidate {
  const rule = { clauses: [...clauses] };
  const positions = positionsOfSide(membership, rule);
  return {
    id: ruleFingerprint(rule),
    category: 'cross_domain',
    basis: 'beyond_chance',
    rule,
    facets: countFacets(membership, rule, positions),
    member_ids: idsAt(membership, positions),
    statistics: chanceStatistics({ observed, expected, p, q, tested }, membership.described),
  };
}
