import type { StoredIntroduction } from '@warren/contracts';
import type { IntroductionRow } from './introduction.entity.ts';

/** Converts an introduction to its contract. */
export function toIntroduction(row: IntroductionRow): StoredIntroduction {
  return {
    id: row.id,
    seeker: row.seekerId,
    giver: row.giverId,
    need: { key: row.need, label: row.needLabel },
    offer: { key: row.offer, label: row.offerLabel },
    shared: row.shared,
    mutual: row.mutual,
    seekers: row.seekers,
    givers: row.givers,
    state: row.state,
    reason: row.reason ?? null,
    holds: row.holds,
    run_id: row.runId,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
