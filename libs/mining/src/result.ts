import type { Rule } from '@warren/contracts';
import type { FacetLink } from './network/links.ts';
import type { Demand } from './network/demand.ts';

/** What kind of thing a candidate is. */
export type Category =
  | 'skill_cluster'
  | 'interest_theme'
  | 'cross_domain'
  | 'community_strength'
  | 'collaboration_opportunity';

/** On what ground a candidate stands. */
export type Basis = 'beyond_chance' | 'shared' | 'share' | 'wish';

/** What was measured of a rule; null where its basis has no such number. */
export interface Statistics {
  readonly observed: number;
  /** Of the members who carry any facet at all, with its 95 % interval (Wilson 1927). */
  readonly share: number;
  readonly share_low: number;
  readonly share_high: number;
  /** Members the null model expects. */
  readonly expected: number | null;
  readonly lift: number | null;
  readonly lift_low: number | null;
  readonly lift_high: number | null;
  readonly p_value: number | null;
  readonly q_value: number | null;
  /** How many rules of this size could have been tested in its kinds. */
  readonly tested: number | null;
}

/** One facet of a rule: how many of its members carry it, and how many in all. */
export interface FacetCounts {
  readonly key: string;
  readonly in_pattern: number;
  readonly in_community: number;
}

/** Two people to introduce: one has the facet that the other looks for. */
export interface Introduction {
  readonly giver: number;
  readonly seeker: number;
  /** What the giver has, as the giver's facet key. */
  readonly facet: string;
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
