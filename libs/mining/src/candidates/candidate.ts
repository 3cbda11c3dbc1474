import type {
  MeasuredBasis,
  Pair,
  PatternCategory,
  Rule,
  Statistics,
  UnlabelledFacetCount,
} from '@warren/contracts';

/** Two people to introduce; `facet` is the giver's facet key that the seeker looks for. */
export interface Introduction extends Readonly<Pair> {
  /** Facet keys that the two have in common, rarest first, at most three. */
  readonly shared: readonly string[];
  /** True where the seeker has something that the giver looks for. */
  readonly mutual: boolean;
}

/** A rule that the mining proposes as a pattern. */
export interface Candidate {
  /** Fingerprint of the rule: the same from run to run. */
  readonly id: string;
  readonly category: PatternCategory;
  readonly basis: MeasuredBasis;
  readonly rule: Rule;
  readonly facets: readonly UnlabelledFacetCount[];
  /** Ascending. */
  readonly member_ids: readonly number[];
  readonly statistics: Statistics;
  readonly sides?: { readonly givers: readonly number[]; readonly seekers: readonly number[] };
  /** Of two sides that keep apart: those who belong to both. */
  readonly bridges?: readonly number[];
  /** Best first, at most 20. */
  readonly pairs?: readonly Introduction[];
}
