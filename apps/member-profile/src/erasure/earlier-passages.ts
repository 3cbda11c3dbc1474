import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { passagesOf, withPassages } from '@warren/messaging';
import type { ErasedPassages } from '@warren/messaging';
import { sentencesOf } from './sentences.ts';
import type { Sentences } from './sentences.ts';
import { passagesOfWishes } from './shared-passages.ts';

/** Passages kept per member; the oldest are dropped first. */
const maxKept = 20_000;
const batchSize = 50;

type Member = Sentences & { readonly id: number };

/** Reads the hashes of this member's earlier passages, with their salt. */
export async function readEarlierPassages(
  em: EntityManager,
  id: number,
): Promise<ErasedPassages | undefined> {
  const [row] = await em.execute<ErasedPassages[]>(
    'select salt, hashes from member_passage_before where member_id = ?',
    [id],
  );
  return row;
}

/**
 * Keeps hashes of passages that an update removes from members' texts, since patterns may quote them. To be called once
 * `updates` are written over `stored`. A wish that other members share word for word is not kept.
 */
export async function keepEarlierPassages(
  em: EntityManager,
  stored: readonly Member[],
  updates: readonly Member[],
): Promise<void> {
  const after = new Map(updates.map((member) => [member.id, member]));
  const rewritten: { id: number; wishes: string[]; passages: string[] }[] = [];
  for (const member of stored) {
    const now = after.get(member.id);
    const passages = now === undefined ? [] : removedPassages(member, now);
    if (now !== undefined && passages.length > 0) {
      const wishes = member.looking_for.filter((wish) => !now.looking_for.includes(wish));
      rewritten.push({ id: member.id, wishes, passages });
      await yieldAfter(rewritten.length);
    }
  }
  if (rewritten.length === 0) {
    return;
  }
  const wished = await passagesOfWishes(
    em,
    rewritten.flatMap(({ wishes }) => wishes),
  );
  const rows = await em.execute<(ErasedPassages & { id: number })[]>(
    'select member_id as id, salt, hashes from member_passage_before where member_id in (select jsonb_array_elements_text(?::jsonb)::integer)',
    [JSON.stringify(rewritten.map(({ id }) => id))],
  );
  const before = new Map(rows.map((row) => [row.id, row]));
  const kept: (ErasedPassages & { id: number })[] = [];
  for (const { id, passages } of rewritten) {
    const own = passages.filter((passage) => !wished.has(passage));
    kept.push({ id, ...withPassages(before.get(id), own, maxKept) });
    await yieldAfter(kept.length);
  }
  await em.execute(
    `insert into member_passage_before (member_id, salt, hashes)
     select id, salt, hashes from jsonb_to_recordset(?::jsonb) as r (id integer, salt text, hashes text) where hashes <> ''
     on conflict (member_id) do update set hashes = excluded.hashes`,
    [JSON.stringify(kept)],
  );
}

/** Yields to the event loop after every `batchSize` members. */
async function yieldAfter(done: number): Promise<void> {
  if (done % batchSize === 0) {
    await setImmediate();
  }
}

/** Passages that the new texts lack. Unchanged texts, as in most lines of a file, are not split into words. */
function removedPassages(before: Member, now: Member): string[] {
  const [texts, textsNow] = [sentencesOf(before), sentencesOf(now)];
  if (JSON.stringify(texts) === JSON.stringify(textsNow)) {
    return [];
  }
  const still = new Set(passagesOf(textsNow));
  return passagesOf(texts).filter((passage) => !still.has(passage));
}
