import type { EntityManager } from '@mikro-orm/postgresql';
import type { IntroductionKept, KeptRow } from '@warren/contracts';
import { IntroductionRow } from './introduction.entity.ts';

const ofMember = (id: number) => ({ $or: [{ seekerId: id }, { giverId: id }] });

/** What introductions say of a member, and the place of each, as an erasure would remove them. */
export async function introductionsOfMember(
  em: EntityManager,
  id: number,
): Promise<{ kept: IntroductionKept[]; rows: KeptRow[] }> {
  const found = await em.find(IntroductionRow, ofMember(id), { orderBy: { id: 'asc' } });
  return {
    kept: found.map((row) => ({
      id: row.id,
      role: row.seekerId === id ? 'seeker' : 'giver',
      need: { key: row.need, label: row.needLabel },
      offer: { key: row.offer, label: row.offerLabel },
      state: row.state,
      reason: row.reason ?? null,
      created_at: row.createdAt.toISOString(),
    })),
    rows: found.map((row) => ({
      table: 'introduction',
      key: { id: String(row.id) },
      columns: [row.seekerId === id ? 'seeker_id' : 'giver_id'],
    })),
  };
}

/** Deletes the introductions of members, on either side. */
export async function deleteIntroductionsOf(em: EntityManager, memberIds: readonly number[]): Promise<void> {
  await em.nativeDelete(IntroductionRow, {
    $or: [{ seekerId: { $in: [...memberIds] } }, { giverId: { $in: [...memberIds] } }],
  });
}
