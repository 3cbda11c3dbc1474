import type { EntityManager } from '@mikro-orm/postgresql';
import type { IntroductionKept, KeptRow, OwnWords } from '@warren/contracts';
import { IntroductionRow } from './introduction.entity.ts';
import { facetOf } from './to-introduction.ts';

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
      need: facetOf(row.need, row.needLabel),
      offer: facetOf(row.offer, row.offerLabel),
      words: wordsOf(row, id),
      why: row.why ?? null,
      state: row.state,
      reason: row.reason ?? null,
      created_at: row.createdAt.toISOString(),
    })),
    rows: found.map((row) => ({
      table: 'introduction',
      key: { id: String(row.id) },
      columns:
        row.seekerId === id
          ? columnsOf('seeker_id', 'need_words', row.needWords)
          : columnsOf('giver_id', 'offer_words', row.offerWords),
    })),
  };
}

/** Words of members that are reasons of introductions, which may be older than their profiles. */
export async function wordsInIntroductions(
  em: EntityManager,
  memberIds: ReadonlySet<number>,
): Promise<string[]> {
  const rows = await em.find(IntroductionRow, {
    $or: [
      { seekerId: { $in: [...memberIds] }, need: null },
      { giverId: { $in: [...memberIds] }, offer: null },
    ],
  });
  return rows.flatMap((row) =>
    [row.seekerId, row.giverId]
      .filter((id) => memberIds.has(id))
      .flatMap((id) => wordsOf(row, id)?.quote ?? []),
  );
}

function wordsOf({ seekerId, needWords, offerWords }: IntroductionRow, id: number): OwnWords | null {
  return (seekerId === id ? needWords : offerWords) ?? null;
}

function columnsOf(id: string, words: string, said: OwnWords | null | undefined): string[] {
  return said === null || said === undefined ? [id] : [id, words];
}

/** Deletes the introductions of members, on either side. */
export async function deleteIntroductionsOf(em: EntityManager, memberIds: readonly number[]): Promise<void> {
  await em.nativeDelete(IntroductionRow, {
    $or: [{ seekerId: { $in: [...memberIds] } }, { giverId: { $in: [...memberIds] } }],
  });
}
