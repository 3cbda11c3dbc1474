import { likelyGain } from './likely-gain.ts';
import { adjusted } from './false-discovery.ts';
import { bySurprise } from './finding.ts';
import type { Finding } from './finding.ts';
import { heldMarginsTail } from '../null-model/held-margins.ts';
import type { CombinationClass } from '../null-model/held-margins.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { KindFit } from '../null-model/null-model.ts';
import { createProfileChances } from '../null-model/profile-chances.ts';
import type { ProfileChances } from '../null-model/profile-chances.ts';
import { LARGEST_SET } from '../search/sets.ts';
import { knownTail } from './tail-cache.ts';
import { checkStop } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import type { TestFamily } from '../context/test-family.ts';

/** Further from its threshold than this a finding gains or loses nothing by a sharper test. */
const OUT_OF_REACH = 1e8;
const SURE = 1e-4;
/** Less than this the sharper tail's own safety takes away again. */
const LEAST_GAIN = 0.2;
/** Beyond this many steps of work for one kind's profiles the margins are so large that holding them is idle. */
const MOST_WORK = 3e7;

/** What all sharper tests of one analysis may cost, in visits of one combination in one class: some tenths of a second. */
const MOST_VISITS = 6e5;

/** Tests again, with margins held exactly, what is near its threshold. */
export interface Sharpening {
  readonly sharpen: (finding: Finding) => Finding;
  /** Sharpens those nearest to their thresholds, as many as an analysis has time for. */
  readonly sharpenNearest: (findings: readonly Finding[]) => Finding[];
}

/**
 * The plain null model keeps margins on average only, so that in a small community its tail is far too heavy:
 * seven of sixteen carriers meeting is a hundred times less likely when sixteen are all there are. Where it
 * matters the tail is taken again with the margins held.
 */
export function createSharpening(
  membership: Membership,
  families: number,
  signal: CancellationSignal | undefined,
): Sharpening {
  const inReach = (finding: Finding) => {
    const alone = adjusted(finding, families);
    if (finding.facets.length > LARGEST_SET || finding.p >= 1 || alone > OUT_OF_REACH || alone < SURE)
      return false;
    const gain = likelyGain(membership, finding);
    return gain > LEAST_GAIN && Math.log(alone) < 3 + 2 * gain;
  };
  const sharpen = (finding: Finding) => {
    if (!inReach(finding)) return finding;
    checkStop(signal);
    const p = knownTail('held', membership, finding, () => heldTail(membership, finding.universe, finding));
    return p === undefined ? finding : { ...finding, p: Math.min(p, finding.p) };
  };
  const sharpenNearest = (findings: readonly Finding[]) => {
    const ordered = findings.toSorted(
      (a, b) => adjusted(a, families) - adjusted(b, families) || bySurprise(a, b),
    );
    let visits = 0;
    return ordered.map((finding) => {
      if (visits > MOST_VISITS || !inReach(finding)) return finding;
      visits += finding.universe.classes.counts.length * (1 << finding.facets.length);
      return sharpen(finding);
    });
  };
  return { sharpen, sharpenNearest };
}

/** The tail with margins held of one rule, at least k of at most five facets; undefined where it is not to be had. */
export function heldTail(
  membership: Membership,
  scope: Pick<TestFamily, 'fits' | 'classes'>,
  { facets, k, observed }: Pick<Finding, 'facets' | 'k' | 'observed'>,
): number | undefined {
  if (facets.length > LARGEST_SET) return undefined;
  const classes = combine(scope, facets);
  const margins = facets.map((facet) => countOf(membership, facet));
  return classes && heldMarginsTail(classes, margins, k, observed);
}

const profiles = new WeakMap<KindFit, ProfileChances>();

function profilesOf(fit: KindFit): ProfileChances | undefined {
  const work = fit.levels.reduce((sum, degree) => sum + degree, 0) * (fit.to - fit.from);
  if (work > MOST_WORK) return undefined;
  const known = profiles.get(fit) ?? createProfileChances(fit);
  profiles.set(fit, known);
  return known;
}

/** The combination chances of each class of a universe; across kinds, which are independent, their products. */
function combine(
  universe: Pick<TestFamily, 'fits' | 'classes'>,
  facets: readonly number[],
): CombinationClass[] | undefined {
  const parts = universe.fits.map((fit) => {
    const places = facets.flatMap((facet, at) => (facet >= fit.from && facet < fit.to ? [at] : []));
    const profile = profilesOf(fit);
    const own = places.map((at) => facets[at] ?? 0);
    const byLevel = new Map<number, Float64Array>();
    const levels = universe.classes.levelsOf(fit.kind);
    const chances = (level: number) => {
      let known = byLevel.get(level);
      if (!known && profile) byLevel.set(level, (known = profile.of(level, own)));
      return known;
    };
    return { narrowed: narrowed(facets.length, places), levels, chances };
  });
  const classes: CombinationClass[] = [];
  for (let c = 0; c < universe.classes.counts.length; c++) {
    const chances = new Float64Array(1 << facets.length).fill(1);
    for (const { narrowed: narrow, levels, chances: ofLevel } of parts) {
      const own = ofLevel(levels[c] ?? 0);
      if (!own) return undefined;
      for (let mask = 0; mask < chances.length; mask++) {
        chances[mask] = (chances[mask] ?? 0) * (own[narrow[mask] ?? 0] ?? 0);
      }
    }
    classes.push({ count: universe.classes.counts[c] ?? 0, chances });
  }
  return classes;
}

/** Each combination of some facets as one of those at certain places alone. */
function narrowed(size: number, places: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 1 << size }, (_, mask) =>
    places.reduce((narrow, place, at) => (mask & (1 << place) ? narrow | (1 << at) : narrow), 0),
  );
}
