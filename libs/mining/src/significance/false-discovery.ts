import { bySurprise } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * Level of a single test: a rule with a larger p is not even called more than expected. Not to be confused with q,
 * the false discovery rate among everything reported as beyond chance, whose default happens to be the same number.
 */
export const nominalLevel = 0.05;

/** A finding with the false discovery rate at which it would be reported. */
export interface Graded extends Finding {
  readonly q: number;
}

/** p adjusted for the tests of its family and for the number of families (Bonferroni). */
export function adjusted(finding: Pick<Finding, 'p' | 'tested'>, familyCount: number): number {
  return finding.p * finding.tested * familyCount;
}

/** Expected number of separate findings at least as strong as a given one where nothing but chance is at work. */
export type FalsePositives = (finding: Finding) => number;

/** False positives by counting every rule that could have been tested: never too few. */
export function falsePositivesByCounting(familyCount: number): FalsePositives {
  return (finding) => adjusted(finding, familyCount);
}

/** False discovery rates of the findings of one search. */
export interface Rates {
  /** The findings of more than expected with their rates, strongest first. */
  readonly graded: readonly Graded[];
  /** Those of fewer than expected. */
  readonly apart: readonly Graded[];
  /** The rate at which any other finding would be reported beside them. */
  readonly rateOf: (finding: Finding) => number;
}

/**
 * Rates the findings of one search. Those of more and of fewer than expected share the error, so that a community with
 * nothing in it is as seldom told of either as it would be of one; but each is eased by discoveries of its own direction
 * alone, else many groups that go together would carry false ones that keep apart.
 */
export function rate(findings: readonly Finding[], falsePositives: FalsePositives): Rates {
  const isApart = ({ direction }: Finding): boolean => direction === 'fewer';
  const graded = grade(
    findings.filter((finding) => !isApart(finding)),
    falsePositives,
  );
  const apart = grade(findings.filter(isApart), falsePositives);
  const [rateOfMore, rateOfFewer] = [graded, apart].map((some) => createRate(some, falsePositives));
  return {
    graded,
    apart,
    rateOf: (finding) => (isApart(finding) ? rateOfFewer : rateOfMore)?.(finding) ?? 1,
  };
}

/**
 * The procedure of Benjamini & Hochberg (1995) over all families at once, each family having the same weight however
 * many tests it counts (weights as in Genovese, Roeder & Wasserman 2006). Rules that were never looked at count with
 * p = 1.
 *
 * One structure shows in many overlapping sets, and each of them would ease the threshold for unrelated chance
 * findings. So a finding adds to the number of discoveries only where it shares no facet with one counted before: the
 * rate is one of separate findings, not of variants.
 */
export function grade(findings: readonly Finding[], falsePositives: FalsePositives): Graded[] {
  const ordered = findings
    .map((finding) => ({ finding, alone: falsePositives(finding) }))
    .sort((a, b) => a.alone - b.alone || bySurprise(a.finding, b.finding));
  const taken = new Set<number>();
  let separate = 0;
  const rates = ordered.map(({ finding, alone }) => {
    if (finding.facets.every((facet) => !taken.has(facet))) {
      separate++;
      for (const facet of finding.facets) {
        taken.add(facet);
      }
    }
    return alone / separate;
  });
  let least = 1;
  const graded: Graded[] = [];
  for (let at = ordered.length - 1; at >= 0; at--) {
    least = Math.min(least, rates[at] ?? 1);
    const entry = ordered[at];
    if (entry) {
      graded.push({ ...entry.finding, q: least });
    }
  }
  return graded.reverse();
}

function createRate(graded: readonly Graded[], falsePositives: FalsePositives): Rates['rateOf'] {
  const alone = graded.map(falsePositives);
  const separate: number[] = [];
  const taken = new Set<number>();
  for (const { facets } of graded) {
    const before = separate.at(-1) ?? 0;
    const apart = facets.every((facet) => !taken.has(facet));
    separate.push(before + (apart ? 1 : 0));
    if (apart) {
      for (const facet of facets) {
        taken.add(facet);
      }
    }
  }
  return (finding) => {
    const own = falsePositives(finding);
    let low = 0;
    let high = alone.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((alone[middle] ?? 0) <= own) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.min(1, own / Math.max(1, separate[low - 1] ?? 0), graded[low]?.q ?? 1);
  };
}
