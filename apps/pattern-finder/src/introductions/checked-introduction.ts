import type { HoldReason, MemberFacet, OwnWords } from '@warren/contracts';

/** What one of the two needs or gives, verified: a facet that this member carries, or words that this member wrote. */
export type CheckedReason = { readonly memberId: number } & (
  | { readonly facet: MemberFacet; readonly words: null }
  | { readonly facet: null; readonly words: OwnWords }
);

/** An introduction of an analyst that passed the gate, ready to be stored. */
export interface CheckedIntroduction {
  readonly seeker: CheckedReason;
  readonly giver: CheckedReason;
  /** One sentence for both. */
  readonly why: string;
  /** Why it is to wait for the operator; none where it may be told. */
  readonly reasons: readonly HoldReason[];
}
