import type { Candidate } from './candidates/candidate.ts';
import type { Demand } from './network/demand.ts';
import type { FacetLink } from './network/links.ts';

/** Result of one analysis. */
export interface MiningResult {
  readonly members: number;
  /** Members who carry at least one facet: the whole that shares are shares of. */
  readonly described: number;
  readonly facets: number;
  /** Number of rules that could have been tested, over all families. */
  readonly tested: number;
  /** Number of families of tests. */
  readonly families: number;
  readonly null_model: {
    readonly version: string;
    readonly fits: readonly { readonly kind: string; readonly iterations: number; readonly error: number }[];
  };
  /** Best first, `shared` candidates last. */
  readonly candidates: readonly Candidate[];
  /** Pairs beyond chance among the most telling facets, most surprising first. */
  readonly links: readonly FacetLink[];
  /** Demand for what members look for, most wanted first. */
  readonly demand: readonly Demand[];
}
