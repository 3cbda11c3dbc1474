import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ErasedRecently } from '@warren/messaging';
import type { ErasedInChange, Forgetting } from '@warren/messaging';

/** A member was erased between what was asked and what is to be written. */
class ErasedMeanwhile extends Error {
  override readonly name = 'ErasedMeanwhile';
}

const tries = 20;

/** To be called first in a transaction: throws where a member was erased meanwhile, and holds erasures off until it ends. */
export type AssertNotErased = (em: EntityManager) => Promise<void>;

/** Keeps members that were erased from coming back with what was asked about them before. */
@Injectable()
export class ErasureEpoch {
  constructor(
    private readonly em: EntityManager,
    private readonly recently: ErasedRecently,
  ) {}

  /** How many erasures there have been. */
  async epoch(): Promise<number> {
    const [row] = await this.em.fork().execute<{ epoch: number }[]>('select epoch from erasure');
    return row?.epoch ?? 0;
  }

  /** Does `work`, which asks other services and then writes; does it again where a member was erased in between. */
  async retryIfErased<T>(work: (ensure: AssertNotErased) => Promise<T>): Promise<T> {
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

  /**
   * Notes that members are erased, before anything of them is taken out; writers of what was asked before wait. Called
   * again once patterns are rid of them, it has writers read anew what they copy from patterns.
   */
  async begin(em: EntityManager, change: ErasedInChange, texts: readonly string[]): Promise<Forgetting> {
    const [row] = await em.execute<{ epoch: number }[]>(
      'update erasure set epoch = epoch + 1 returning epoch',
    );
    return this.recently.note(em, change, texts, row?.epoch ?? 0);
  }

  /** The members erased since `epoch`, in a transaction that holds further erasures off. */
  async since(em: EntityManager, epoch: number): Promise<Forgetting | undefined> {
    return (await epochHeld(em)) === epoch ? undefined : this.recently.since(em, { epoch });
  }

  /** The members erased since a run was taken up, whose words it may have in hand; holds further erasures off. */
  async duringRun(em: EntityManager, startedAt: Date | null | undefined): Promise<Forgetting | undefined> {
    await epochHeld(em);
    return startedAt === null || startedAt === undefined
      ? undefined
      : this.recently.since(em, { at: startedAt });
  }
}

async function epochHeld(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ epoch: number }[]>('select epoch from erasure for share');
  return row?.epoch ?? 0;
}
