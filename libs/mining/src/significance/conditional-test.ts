import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { largestSet } from '../context/test-family.ts';
import type { TestFamily } from '../context/test-family.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { heldMarginsTail } from '../null-model/held-margins.ts';
import type { CombinationClass } from '../null-model/held-margins.ts';
import type { KindFit } from '../null-model/null-model.ts';
import { createProfileChances } from '../null-model/profile-chances.ts';
import type { ProfileChances } from '../null-model/profile-chances.ts';
import { adjusted } from './false-discovery.ts';
import { bySurprise } from './finding.ts';
import type { Finding } from './finding.ts';
import { likelyGain } from './likely-gain.ts';
import { cachedTail } from './tail-cache.ts';

/** A finding further from its threshold than this gains or loses nothing by the conditional test. */
const outOfReach = 1e8;
const sure = 1e-4;
/** A smaller gain is lost again to the safety factor of the conditional tail. */
const leastGain = 0.2;
/** Operations on the profiles of one kind; beyond it the margins are so large that conditioning on them is idle. */
const mostWork = 3e7;

/**
 * Budget of all conditional tests of one search, in visits of one combination in one class: some tenths of a second.
 */
const mostVisits = 6e5;

/**
 * Tests a finding near its threshold again, conditionally on the margins; returns any other as it is. The plain null
 * model keeps margins on average only, so that in a small community its tail is far too heavy: that seven of sixteen
 * carriers also carry another facet is a hundred times less likely when there are exactly sixteen.
 */
export function testConditionally(context: MiningContext, finding: Finding): Finding {
  const { membership, signal } = context;
  if (!isNearThreshold(context, finding)) {
    return finding;
  }
  checkCancelled(signal);
  const p = cachedTail('conditional', membership, finding, () =>
    conditionalTail(membership, finding.family, finding),
  );
  return p === undefined ? finding : { ...finding, p: Math.min(p, finding.p) };
}

/** Tests the findings nearest to their thresholds conditionally, as many as the budget allows; returns all of them. */
export function testNearestConditionally(context: MiningContext, findings: readonly Finding[]): Finding[] {
  const { familyCount } = context;
  const ordered = findings.toSorted(
    (a, b) => adjusted(a, familyCount) - adjusted(b, familyCount) || bySurprise(a, b),
  );
  let visits = 0;
  return ordered.map((finding) => {
    if (visits > mostVisits || !isNearThreshold(context, finding)) {
      return finding;
    }
    visits += finding.family.classes.counts.length * (1 << finding.facets.length);
    return testConditionally(context, finding);
  });
}

function isNearThreshold({ membership, familyCount }: MiningContext, finding: Finding): boolean {
  const alone = adjusted(finding, familyCount);
  if (finding.facets.length > largestSet || finding.p >= 1 || alone > outOfReach || alone < sure) {
    return false;
  }
  const gain = likelyGain(membership, finding);
  return gain > leastGain && Math.log(alone) < 3 + 2 * gain;
}

/**
 * The tail of one rule, at least k of at most five facets, conditional on the margins; undefined where it cannot be
 * computed.
 */
export function conditionalTail(
  membership: Membership,
  family: Pick<TestFamily, 'fits' | 'classes'>,
  { facets, k, observed }: Pick<Finding, 'facets' | 'k' | 'observed'>,
): number | undefined {
  if (facets.length > largestSet) {
    return undefined;
  }
  const classes = combine(family, facets);
  const margins = facets.map((facet) => countOf(membership, facet));
  return classes && heldMarginsTail(classes, margins, k, observed);
}

const profiles = new WeakMap<KindFit, ProfileChances>();

/** The chances of a kind given exactly how many of it members list; undefined where they would take too long. */
export function profilesOf(fit: KindFit): ProfileChances | undefined {
  const work = fit.levels.reduce((sum, degree) => sum + degree, 0) * (fit.to - fit.from);
  if (work > mostWork) {
    return undefined;
  }
  const chances = profiles.get(fit) ?? createProfileChances(fit);
  profiles.set(fit, chances);
  return chances;
}

/**
 * Chances of each combination of the facets, for each member class; across kinds, which are independent, their
 * products.
 */
function combine(
  family: Pick<TestFamily, 'fits' | 'classes'>,
  facets: readonly number[],
): CombinationClass[] | undefined {
  const parts = family.fits.map((fit) => {
    const places = facets.flatMap((facet, at) => (facet >= fit.from && facet < fit.to ? [at] : []));
    const profile = profilesOf(fit);
    const own = places.map((at) => facets[at] ?? 0);
    const byLevel = new Map<number, Float64Array>();
    const levels = family.classes.levelsOf(fit.kind);
    const chances = (level: number) => {
      let ofLevel = byLevel.get(level);
      if (!ofLevel && profile) {
        byLevel.set(level, (ofLevel = profile.of(level, own)));
      }
      return ofLevel;
    };
    return { narrowed: narrowed(facets.length, places), levels, chances };
  });
  const classes: CombinationClass[] = [];
  for (let c = 0; c < family.classes.counts.length; c++) {
    const chances = new Float64Array(1 << facets.length).fill(1);
    for (const { narrowed: narrow, levels, chances: ofLevel } of parts) {
      const own = ofLevel(levels[c] ?? 0);
      if (!own) {
        return undefined;
      }
      for (let mask = 0; mask < chances.length; mask++) {
        chances[mask] = (chances[mask] ?? 0) * (own[narrow[mask] ?? 0] ?? 0);
      }
    }
    classes.push({ count: family.classes.counts[c] ?? 0, chances });
  }
  return classes;
}

/** Maps each combination of facets, as a bit mask, to the combination of those at certain places alone. */
function narrowed(size: number, places: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 1 << size }, (_, mask) =>
    places.reduce((narrow, place, at) => (mask & (1 << place) ? narrow | (1 << at) : narrow), 0),
  );
}
