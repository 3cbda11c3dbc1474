import { bySurprise } from './finding.ts';
import type { Finding } from './finding.ts';

/** A finding with the false discovery rate at which it would be reported. */
export interface Graded extends Finding {
  readonly q: number;
}

/** p against its own family and against the number of families: what one finding alone would have to answer for. */
export function adjusted(finding: Pick<Finding, 'p' | 'tested'>, families: number): number {
  return finding.p * finding.tested * families;
}

/** How many separate findings as strong as one chance alone is expected to bring. */
export type ByChance = (finding: Finding) => number;

/** The same where every rule that could have been tested is counted: never too few. */
export function byCounting(families: number): ByChance {
  return (finding) => adjusted(finding, families);
}

/**
 * Benjamini–Hochberg over all families at once, each family weighing the same however many tests it counts
 * (weights as in Genovese, Roeder & Wasserman 2006). Rules that were never looked at count with p = 1.
 *
 * One structure shows in many overlapping sets, and each would pull the threshold down for unrelated chance
 * findings. So a finding adds to the number of discoveries only where it shares no facet with one counted
 * before: the rate is one of separate findings, not of variants.
 */
export function grade(findings: readonly Finding[], byChance: ByChance): Graded[] {
  const ordered = findings
    .map((finding) => ({ finding, alone: byChance(finding) }))
    .sort((a, b) => a.alone - b.alone || bySurprise(a.finding, b.finding));
  const taken = new Set<number>();
  let separate = 0;
  const rates = ordered.map(({ finding, alone }) => {
    if (finding.facets.every((facet) => !taken.has(facet))) {
      separate++;
      for (const facet of finding.facets) taken.add(facet);
    }
    return alone / separate;
  });
  let least = 1;
  const graded: Graded[] = [];
  for (let at = ordered.length - 1; at >= 0; at--) {
    least = Math.min(least, rates[at] ?? 1);
    const entry = ordered[at];
    if (entry) graded.push({ ...entry.finding, q: least });
  }
  return graded.reverse();
}

/** The rate at which any finding would be reported beside those already graded. */
export function createRate(graded: readonly Graded[], byChance: ByChance): (finding: Finding) => number {
  const alone = graded.map(byChance);
  const separate: number[] = [];
  const taken = new Set<number>();
  for (const { facets } of graded) {
    const before = separate.at(-1) ?? 0;
    const apart = facets.every((facet) => !taken.has(facet));
    separate.push(before + (apart ? 1 : 0));
    if (apart) for (const facet of facets) taken.add(facet);
  }
  return (finding) => {
    const own = byChance(finding);
    let low = 0;
    let high = alone.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((alone[middle] ?? 0) <= own) low = middle + 1;
      else high = middle;
    }
    return Math.min(1, own / Math.max(1, separate[low - 1] ?? 0), graded[low]?.q ?? 1);
  };
}
