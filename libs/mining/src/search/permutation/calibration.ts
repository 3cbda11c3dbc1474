import { adjusted } from '../../significance/false-discovery.ts';
import { bySurprise } from '../../significance/finding.ts';
import type { Finding } from '../../significance/finding.ts';
import type { Membership } from '../../membership/membership.ts';
import type { KindFit } from '../../null-model/null-model.ts';
import { shufflesOf } from './curveball.ts';

/** Above this many members with facets counting the tests is close enough, and shuffling would take long. */
const MOST_CALIBRATED = 200;
/** Below it two or three people who were in the same places would stand for a structure. */
const LEAST_CALIBRATED = 30;
const SHUFFLES = 200;
const CHECK_EVERY = 20;

/** Whether a community is of the size that calibration is for. */
export function isSmall({ described }: Pick<Membership, 'described'>): boolean {
  return described >= LEAST_CALIBRATED && described <= MOST_CALIBRATED;
}

/** A community, what was found in it, and how. */
export interface Calibrated {
  readonly membership: Membership;
  readonly fits: readonly KindFit[];
  readonly families: number;
  readonly findings: readonly Finding[];
  /** The false discovery rate to hold: once no finding can reach it any more, no further shuffle is made. */
  readonly q: number;
  /** What the same search finds in a shuffle. */
  readonly search: (shuffled: Membership) => readonly Finding[];
}

/**
 * How many separate findings as strong as one chance alone is expected to bring. Counting every rule that could have
 * been tested says far too many in a small community, where most could never show anything. So the same search is
 * made in shuffles of the membership, and their findings counted (as in Westfall & Young 1993; for sets of items
 * Terada et al. 2013, Llinares-López et al. 2015), as findings are: p times its tests says how strong, and what
 * shares a facet with a stronger one of the same shuffle is not separate. One more finding, for the real community
 * is one of the shuffles that might have been, and a standard error allow for there being so few shuffles. Never
 * more than counting says.
 */
export function calibrate(calibrated: Calibrated): (finding: Finding) => number {
  const { membership, fits, families, findings, q, search } = calibrated;
  const met: number[] = [];
  const byChance = (finding: Finding, shuffles: number) => {
    const strength = strengthOf(finding);
    const asStrong = met.reduce((count, other) => count + (other <= strength ? 1 : 0), 0);
    return Math.min(adjusted(finding, families), (1 + asStrong + Math.sqrt(asStrong)) / (shuffles + 1));
  };
  const most = q * separate(findings).length;
  let made = 0;
  for (const shuffled of shufflesOf(membership, fits, SHUFFLES)) {
    // Further shuffles only add to what has been met.
    if (made % CHECK_EVERY === 0 && !findings.some((found) => byChance(found, SHUFFLES) <= most)) break;
    met.push(...separate(search(shuffled)).map(strengthOf));
    made++;
  }
  return (finding) => byChance(finding, made);
}

/** The smaller the stronger: p against all rules of its size that could have been tested. */
function strengthOf(finding: Finding): number {
  return adjusted(finding, 1);
}

/** The strongest findings that share no facet with a stronger one. */
function separate(findings: readonly Finding[]): Finding[] {
  const taken = new Set<number>();
  return findings
    .filter(({ p }) => p < 1)
    .sort((a, b) => strengthOf(a) - strengthOf(b) || bySurprise(a, b))
    .filter(({ facets }) => {
      if (facets.some((facet) => taken.has(facet))) return false;
      for (const facet of facets) taken.add(facet);
      return true;
    });
}
