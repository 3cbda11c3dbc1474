import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** A member was erased between what was asked and what is to be written. */
class ErasedMeanwhile extends Error {
  override readonly name = 'ErasedMeanwhile';
}

/** Ids of erased members are kept for so long, so that work that began before their erasure cannot bring them back. */
const keptFor = '1 hour';
const tries = 20;

/** To be called first in a transaction: throws where a member was erased meanwhile, and holds erasures off until it ends. */
export type EnsureNoneErased = (em: EntityManager) => Promise<void>;

/** Keeps members that were erased from coming back with what was asked about them before. */
@Injectable()
export class Erasures {
  constructor(private readonly em: EntityManager) {}

  /** How many erasures there have been. */
  async epoch(): Promise<number> {
    const [row] = await this.em.fork().execute<{ epoch: number }[]>('select epoch from erasure');
    return row?.epoch ?? 0;
  }

  /** Does `work`, which asks other services and then writes; does it again where a member was erased in between. */
  async undisturbed<T>(work: (ensure: EnsureNoneErased) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await this.epoch();
      try {
        return await work(async (em) => {
          if ((await epochHeld(em)) !== before) {
            throw new ErasedMeanwhile('A member was erased meanwhile.');
          }
        });
      } catch (error) {
        if (!(error instanceof ErasedMeanwhile) || attempt >= tries) {
          throw error;
        }
      }
    }
  }

  /** Notes that members are erased, before anything of them is taken out; writers of what was asked before wait. */
  async begin(em: EntityManager, memberIds: readonly number[]): Promise<void> {
    const [row] = await em.execute<{ epoch: number }[]>(
      'update erasure set epoch = epoch + 1 returning epoch',
    );
    await em.execute(`delete from erased_member where at < now() - interval '${keptFor}'`);
    await em.execute(
      `insert into erased_member (member_id, epoch, at) select id::integer, ?, now()
         from jsonb_array_elements_text(?::jsonb) as gone (id)
       on conflict (member_id) do update set epoch = excluded.epoch, at = excluded.at`,
      [row?.epoch ?? 0, JSON.stringify(memberIds)],
    );
  }

  /** The members erased since `epoch`, in a transaction that holds further erasures off. */
  async since(em: EntityManager, epoch: number): Promise<ReadonlySet<number>> {
    if ((await epochHeld(em)) === epoch) {
      return new Set();
    }
    const rows = await em.execute<{ member_id: number }[]>(
      'select member_id from erased_member where epoch > ?',
      [epoch],
    );
    return new Set(rows.map(({ member_id }) => member_id));
  }
}

async function epochHeld(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ epoch: number }[]>('select epoch from erasure for share');
  return row?.epoch ?? 0;
}
