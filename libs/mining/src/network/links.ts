import { confirm } from '../search/retest-without-clear.ts';
import type { Counting } from '../membership/counting.ts';
import type { Graded } from '../significance/false-discovery.ts';
import { bySurprise } from '../significance/finding.ts';
import type { Finding, EffectThresholds } from '../significance/finding.ts';
import { liftInterval } from '../null-model/intervals.ts';
import type { CancellationSignal } from '../context/cancellation.ts';

/** More of them nobody can tell apart in one picture. */
const MOST_FACETS = 100;
const MOST_LINKS = 300;
/** A large membership has many more pairs beyond chance than a picture has room for; the others are not looked at. */
const MOST_CONFIRMED = 1_000;

/** Two facets that go together more than chance explains. */
export interface FacetLink {
  /** Facet keys. */
  readonly between: readonly [string, string];
  /** Members with both. */
  readonly observed: number;
  readonly expected: number;
  readonly lift: number;
  readonly lift_low: number;
  readonly lift_high: number;
  readonly q_value: number;
}

/** What the pairs of an analysis are judged by. */
export interface Linking {
  readonly counting: Counting;
  readonly floors: EffectThresholds;
  readonly q: number;
  /** The rate at which a finding would be reported. */
  readonly rate: (finding: Finding) => number;
  /** What was reported beyond chance: what is clear among it must not lend its strength to a link either. */
  readonly structures: readonly Finding[];
  readonly saysNothing: (finding: Finding) => boolean;
  readonly signal: CancellationSignal | undefined;
}

/**
 * The links between the most telling facets: pairs that the analysis itself found beyond chance, at its rate and above
 * its floors, and confirmed as its structures are. Of the most surprising pairs as many as there is room for; a later
 * one stays where it joins facets that are there already.
 */
export function chooseLinks(graded: readonly Graded[], linking: Linking): FacetLink[] {
  const { counting, floors, q, rate, structures, saysNothing, signal } = linking;
  const pairs = graded
    .filter((finding) => finding.facets.length === 2 && finding.q <= q && !saysNothing(finding))
    .sort(bySurprise)
    .slice(0, MOST_CONFIRMED);
  const candidates = new Set<Finding>(pairs);
  const confirmed = confirm(
    [...structures, ...pairs],
    counting,
    floors,
    (finding) => rate(finding) <= q,
    signal,
  );
  const held = new Set(confirmed.filter((finding) => candidates.has(finding)));
  return withinRoom(pairs.filter((pair) => held.has(pair))).map((pair) => toLink(pair, floors));
}

/** The first links whose facets find room, in their order. */
export function withinRoom<Link extends Pick<Finding, 'facets'>>(
  links: readonly Link[],
  mostFacets = MOST_FACETS,
  mostLinks = MOST_LINKS,
): Link[] {
  const shown = new Set<number>();
  return links
    .filter(({ facets }) => {
      const added = facets.filter((facet) => !shown.has(facet));
      if (shown.size + added.length > mostFacets) return false;
      for (const facet of added) shown.add(facet);
      return true;
    })
    .slice(0, mostLinks);
}

function toLink(
  { facets, observed, expected, q }: Graded,
  { membership, described }: EffectThresholds,
): FacetLink {
  const [a = 0, b = 0] = facets;
  const { low, high } = liftInterval(observed, expected, described);
  return {
    between: [membership.facets[a] ?? '', membership.facets[b] ?? ''],
    observed,
    expected,
    lift: observed / expected,
    lift_low: low,
    lift_high: high,
    q_value: q,
  };
}
