import type { MiningContext } from '../../context/mining-context.ts';
import { fitsOf } from '../../context/test-family.ts';
import type { Membership } from '../../membership/membership.ts';
import { adjusted } from '../../significance/false-discovery.ts';
import type { FalsePositives } from '../../significance/false-discovery.ts';
import { bySurprise } from '../../significance/finding.ts';
import type { Finding } from '../../significance/finding.ts';
import { shufflesOf } from './curveball.ts';

/** In a larger community counting the tests is accurate enough, and shuffling would take long. */
const mostCalibrated = 200;
/** In a smaller community two or three people who were in the same places would pass for a structure. */
const leastCalibrated = 30;
const shuffleCount = 200;
/** Shuffles between two checks whether any finding can still reach q. */
const checkEvery = 20;

type PermutationContext = Pick<MiningContext, 'membership' | 'testFamilies' | 'familyCount' | 'q'>;

/** Returns whether a community is of a size that is calibrated by shuffles. */
export function isSmall({ described }: Pick<Membership, 'described'>): boolean {
  return described >= leastCalibrated && described <= mostCalibrated;
}

/**
 * False positives by permutation: counting every rule that could have been tested gives far too many in a small
 * community, where most could never show anything. So the same search runs in shuffles of the membership, and its
 * separate findings there are counted (as in Westfall & Young 1993; for sets of items Terada et al. 2013,
 * Llinares-López et al. 2015). The strength of a finding is its p times its tests; one that shares a facet with a
 * stronger one of the same shuffle is not separate. One finding more, since the real community is one of the possible
 * shuffles, and a standard error allow for the small number of shuffles. Never more than counting gives. Shuffling ends
 * early once no finding can reach q.
 */
export function falsePositivesByShuffles(
  { membership, testFamilies, familyCount, q }: PermutationContext,
  findings: readonly Finding[],
  searchAgain: (shuffled: Membership) => readonly Finding[],
): FalsePositives {
  const strengths: number[] = [];
  const falsePositives = (finding: Finding, shuffles: number) => {
    const strength = strengthOf(finding);
    const asStrong = strengths.reduce((count, other) => count + (other <= strength ? 1 : 0), 0);
    return Math.min(adjusted(finding, familyCount), (1 + asStrong + Math.sqrt(asStrong)) / (shuffles + 1));
  };
  const most = q * separate(findings).length;
  let made = 0;
  for (const shuffled of shufflesOf(membership, fitsOf(testFamilies), shuffleCount)) {
    // Further shuffles only add to the strengths.
    if (made % checkEvery === 0 && !findings.some((found) => falsePositives(found, shuffleCount) <= most)) {
      break;
    }
    strengths.push(...separate(searchAgain(shuffled)).map(strengthOf));
    made++;
  }
  return (finding) => falsePositives(finding, made);
}

/** Strength of a finding, the smaller the stronger: p times the number of rules of its size. */
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
      if (facets.some((facet) => taken.has(facet))) {
        return false;
      }
      for (const facet of facets) {
        taken.add(facet);
      }
      return true;
    });
}
