import type { MemberFacet, StoredIntroduction } from '@warren/contracts';
import type { IntroductionRow } from './introduction.entity.ts';

/** Converts an introduction to its contract. */
export function toIntroduction(row: IntroductionRow): StoredIntroduction {
  return {
    id: row.id,
    seeker: row.seekerId,
    giver: row.giverId,
    proposed_by: row.proposedBy,
    need: facetOf(row.need, row.needLabel),
    need_words: row.needWords ?? null,
    offer: facetOf(row.offer, row.offerLabel),
    offer_words: row.offerWords ?? null,
    why: row.why ?? null,
    shared: row.shared,
    mutual: row.mutual,
    seekers: row.seekers ?? null,
    givers: row.givers ?? null,
    held:
      row.heldAt === null || row.heldAt === undefined
        ? null
        : { since: row.heldAt.toISOString(), reasons: row.holdReasons },
    state: row.state,
    reason: row.reason ?? null,
    holds: row.holds,
    run_id: row.runId,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

/** The facet of a reason; null where there is none. */
export function facetOf(
  key: string | null | undefined,
  label: string | null | undefined,
): MemberFacet | null {
  return key === null || key === undefined ? null : { key, label: label ?? '' };
}
