import type {
  Basis as AnyBasis,
  FacetCount,
  Pair,
  PatternCategory,
  Rule,
  Statistics as Measured,
} from '@warren/contracts';
import type { FacetLink } from '../network/links.ts';
import type { Demand } from '../network/demand.ts';

/** What kind of thing a candidate is. */
export type Category = PatternCategory;

/** On what ground a candidate stands: the mining reads no words that could be quoted. */
export type Basis = Exclude<AnyBasis, 'quotes'>;

/** What was measured of a rule; null where its basis has no such number. Shares are of the members who carry any facet. */
export type Statistics = Readonly<Measured>;

/** One facet of a rule: how many of its members carry it, and how many in all. */
export type FacetCounts = Readonly<Omit<FacetCount, 'label'>>;

/** Two people to introduce: one has the facet that the other looks for, as the giver's facet key. */
export interface Introduction extends Readonly<Pair> {
  /** Facets the two have in common, rarest first, at most three. */
  readonly shared: readonly string[];
  /** Whether the seeker has something that the giver looks for. */
  readonly mutual: boolean;
}

/** A rule that the mining found worth a pattern. */
export interface Candidate {
  /** Fingerprint of the rule: the same from run to run. */
  readonly id: string;
  readonly category: Category;
  readonly basis: Basis;
  readonly rule: Rule;
  readonly facets: readonly FacetCounts[];
  /** Ascending. */
  readonly member_ids: readonly number[];
  readonly statistics: Statistics;
  readonly sides?: { readonly givers: readonly number[]; readonly seekers: readonly number[] };
  /** Best first, at most 20. */
  readonly pairs?: readonly Introduction[];
}

/** Everything one analysis found, best first, `shared` candidates last. */
export interface MiningResult {
  readonly members: number;
  /** Members who carry at least one facet: what shares are shares of. */
  readonly described: number;
  readonly facets: number;
  /** Rules that could have been tested, over all families. */
  readonly tested: number;
  readonly families: number;
  readonly null_model: {
    readonly version: string;
    readonly fits: readonly { readonly kind: string; readonly iterations: number; readonly error: number }[];
  };
  readonly candidates: readonly Candidate[];
  /** Pairs beyond chance among the most telling facets, most surprising first. */
  readonly links: readonly FacetLink[];
  /** What is looked for and how many have it, most wanted first. */
  readonly demand: readonly Demand[];
}
