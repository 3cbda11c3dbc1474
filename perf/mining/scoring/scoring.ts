/** Planted groups found and patterns reported; scores add up over communities. */
export interface Score {
  readonly planted: number;
  /** Planted groups that some reported pattern matches. */
  readonly found: number;
  /** Reported patterns that are the first to match a group: the rest are duplicates or unmatched. */
  readonly distinct: number;
  readonly reported: number;
  /** Reported patterns with at least two facets of one group, whether or not they match it. */
  readonly touching: number;
}

/** The score of no community. */
export const noScore: Score = { planted: 0, found: 0, distinct: 0, reported: 0, touching: 0 };

/** A pattern matches a group by at least two of its facets, and half of the facets in either. */
export function matches<T>(pattern: readonly T[], group: readonly T[]): boolean {
  const shared = sharedFacets(pattern, group);
  return shared >= 2 && shared / (pattern.length + group.length - shared) >= 0.5;
}

/** Returns whether a pattern has at least two facets of one group, so that some of it was planted. */
export function touches<T>(pattern: readonly T[], groups: readonly (readonly T[])[]): boolean {
  return groups.some((group) => sharedFacets(pattern, group) >= 2);
}

function sharedFacets<T>(pattern: readonly T[], group: readonly T[]): number {
  return pattern.reduce((shared, facet) => shared + (group.includes(facet) ? 1 : 0), 0);
}

/** Scores the patterns reported of one community, each given by its facets, in the order they were reported. */
export function scoreReport<T>(
  groups: readonly (readonly T[])[],
  reported: readonly (readonly T[])[],
): Score {
  const first = groups.map((group) => reported.findIndex((pattern) => matches(pattern, group)));
  const found = first.filter((at) => at >= 0);
  return {
    planted: groups.length,
    found: found.length,
    distinct: new Set(found).size,
    reported: reported.length,
    touching: reported.reduce((sum, pattern) => sum + (touches(pattern, groups) ? 1 : 0), 0),
  };
}

/** The sum of two scores. */
export function addScores(a: Score, b: Score): Score {
  return {
    planted: a.planted + b.planted,
    found: a.found + b.found,
    distinct: a.distinct + b.distinct,
    reported: a.reported + b.reported,
    touching: a.touching + b.touching,
  };
}

/** Recall, distinct precision (1 where nothing is reported) and their harmonic mean, as text. */
export function describeScore({ planted, found, distinct, reported }: Score): string {
  const recall = found / Math.max(1, planted);
  const precision = reported === 0 ? 1 : distinct / reported;
  const f1 = (2 * recall * precision) / Math.max(1e-9, recall + precision);
  return `recall ${rateText(recall)}  precision ${rateText(precision)}  F1 ${rateText(f1)}`;
}

/** Two decimals, or two digits of what is too small for them. */
function rateText(rate: number): string {
  return rate === 0 || rate >= 0.095 ? rate.toFixed(2) : rate.toPrecision(2);
}
