import type { TestFamily } from '../context/test-family.ts';

/** A tested rule: at least k of some facets of a test family. */
export interface Finding {
  readonly family: TestFamily;
  /** Facet indices, ascending. */
  readonly facets: readonly number[];
  readonly k: number;
  /** Members who match. */
  readonly observed: number;
  /** Members expected under the null model. */
  readonly expected: number;
  readonly p: number;
  /** Number of rules of its size that could have been tested. */
  readonly tested: number;
  /** Present where the rule was tested for having fewer members than expected; else it was for having more. */
  readonly direction?: 'fewer';
}

/** A rule counted but not tested yet. */
export type CountedRule = Pick<Finding, 'family' | 'facets' | 'k' | 'observed'>;

/** Surprise of a count, in nats: the Poisson deviance, large for many members and for a large ratio to the expected. */
export function surprise({ observed, expected }: { observed: number; expected: number }): number {
  if (observed <= expected) {
    return 0;
  }
  return observed * Math.log(observed / expected) - (observed - expected);
}

/** Surprise of a count below the expected one, in nats: the same deviance on the other side. */
export function absence({ observed, expected }: { observed: number; expected: number }): number {
  if (observed >= expected) {
    return 0;
  }
  return (observed === 0 ? 0 : observed * Math.log(observed / expected)) + expected - observed;
}

/** Total order of findings by their content alone, the most surprising first. */
export function bySurprise(a: Finding, b: Finding): number {
  return surprise(b) - surprise(a) || compareFacets(a, b);
}

/** Order of findings with equal numbers. */
export function compareFacets(a: Finding, b: Finding): number {
  for (let at = 0; at < Math.min(a.facets.length, b.facets.length); at++) {
    const difference = (a.facets[at] ?? 0) - (b.facets[at] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return a.facets.length - b.facets.length || a.k - b.k;
}
