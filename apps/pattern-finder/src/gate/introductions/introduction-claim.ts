import type { FacetKey, QuotableField } from '@warren/contracts';

/** A member and what this member needs or gives: a facet, or words of one field. */
export interface ClaimedReason {
  readonly member_id: number;
  readonly facet?: FacetKey | undefined;
  readonly field?: QuotableField | undefined;
  readonly quote?: string | undefined;
}

/** An introduction as an analyst claims it. */
export interface IntroductionClaim {
  readonly seeker: ClaimedReason;
  readonly giver: ClaimedReason;
  /** One sentence why the two should meet. */
  readonly why: string;
}
