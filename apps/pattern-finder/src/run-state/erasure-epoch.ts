import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ErasedRecently } from '@warren/messaging';
import type { ErasedInChange, Forgetting } from '@warren/messaging';

/** A member was erased between reading and writing. */
class ErasedMeanwhile extends Error {
  override readonly name = 'ErasedMeanwhile';
}

const maxAttempts = 20;

/** First call of a transaction: throws if a member was erased meanwhile; blocks erasures until the transaction ends. */
export type AssertNotErased = (em: EntityManager) => Promise<void>;

/** Counter of erasures, which detects stale replies that would store erased members again. */
@Injectable()
export class ErasureEpoch {
  constructor(
    private readonly em: EntityManager,
    private readonly recently: ErasedRecently,
  ) {}

  /** Number of erasures so far. */
  async epoch(): Promise<number> {
    const [row] = await this.em.fork().execute<{ epoch: number }[]>('select epoch from erasure');
    return row?.epoch ?? 0;
  }

  /** Runs `work`, which reads from other services and then writes; retries it if a member was erased in between. */
  async retryIfErased<T>(work: (assertNotErased: AssertNotErased) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await this.epoch();
      try {
        return await work(async (em) => {
          if ((await lockEpoch(em)) !== before) {
            throw new ErasedMeanwhile('A member was erased meanwhile.');
          }
        });
      } catch (error) {
        if (!(error instanceof ErasedMeanwhile) || attempt >= maxAttempts) {
          throw error;
        }
      }
    }
  }

  /**
   * Records an erasure before anything is removed; writers that read before then retry. It is called again once the
   * members are out of the patterns, so that writers read again what they copy from patterns.
   */
  async begin(em: EntityManager, change: ErasedInChange, texts: readonly string[]): Promise<Forgetting> {
    const [row] = await em.execute<{ epoch: number }[]>(
      'update erasure set epoch = epoch + 1 returning epoch',
    );
    return this.recently.note(em, change, texts, row?.epoch ?? 0);
  }

  /** The members erased since `epoch`, in a transaction that blocks further erasures. */
  async since(em: EntityManager, epoch: number): Promise<Forgetting | undefined> {
    return (await lockEpoch(em)) === epoch ? undefined : this.recently.since(em, { epoch });
  }

  /** The members erased since a run was started, whom it may still quote; blocks further erasures if `em` is in a transaction. */
  async duringRun(
    startedAt: Date | null | undefined,
    em: EntityManager = this.em.fork(),
  ): Promise<Forgetting | undefined> {
    await lockEpoch(em);
    return startedAt === null || startedAt === undefined
      ? undefined
      : this.recently.since(em, { at: startedAt });
  }
}

async function lockEpoch(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ epoch: number }[]>('select epoch from erasure for share');
  return row?.epoch ?? 0;
}
