import type { MiningContext } from '../context/mining-context.ts';
import { liftInterval } from '../null-model/intervals.ts';
import { retest } from '../search/retest.ts';
import type { Graded, Rates } from '../significance/false-discovery.ts';
import { bySurprise } from '../significance/finding.ts';
import type { Finding } from '../significance/finding.ts';

/** Most facets and links that can be told apart in one picture. */
const defaultMostFacets = 100;
const defaultMostLinks = 300;
/** Most pairs that are retested; a large membership has many more beyond chance than a picture has room for. */
const mostRetested = 1_000;

/** Two facets that go together beyond chance. */
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

/**
 * Chooses the links between the most telling facets: pairs that the search found beyond chance, retested as structures
 * are. The most surprising pairs come first; once there is no room for more facets, only links between facets that are
 * there already are added.
 * @param structures beyond chance; the clear ones among them must not lend their strength to a link
 * @param isExcluded pairs that are not shown, such as tautologies
 */
export function chooseLinks(
  context: MiningContext,
  { graded, rateOf }: Rates,
  structures: readonly Finding[],
  isExcluded: (finding: Finding) => boolean,
): FacetLink[] {
  const pairs = graded
    .filter((finding) => finding.facets.length === 2 && finding.q <= context.q && !isExcluded(finding))
    .sort(bySurprise)
    .slice(0, mostRetested);
  const held = new Set(retest(context, [...structures, ...pairs], rateOf));
  return withinRoom(pairs.filter((pair) => held.has(pair))).map((pair) => toLink(pair, context));
}

/** The first links for whose facets there is room, in the given order. */
export function withinRoom<Link extends Pick<Finding, 'facets'>>(
  links: readonly Link[],
  mostFacets = defaultMostFacets,
  mostLinks = defaultMostLinks,
): Link[] {
  const shown = new Set<number>();
  return links
    .filter(({ facets }) => {
      const added = facets.filter((facet) => !shown.has(facet));
      if (shown.size + added.length > mostFacets) {
        return false;
      }
      for (const facet of added) {
        shown.add(facet);
      }
      return true;
    })
    .slice(0, mostLinks);
}

function toLink({ facets, observed, expected, q }: Graded, { membership }: MiningContext): FacetLink {
  const [a = 0, b = 0] = facets;
  const { low, high } = liftInterval(observed, expected, membership.described);
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
