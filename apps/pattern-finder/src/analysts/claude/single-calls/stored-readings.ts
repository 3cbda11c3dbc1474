import type Anthropic from '@anthropic-ai/sdk';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Claims } from '../../../run-state/claims.ts';
import type { Claim } from '../../../run-state/claims.ts';
import { ErasureEpoch } from '../../../run-state/erasure-epoch.ts';
import type { Prices } from '../../../run-state/prices.ts';
import { retryWhileDatabaseDown } from '../../../run-state/retry-while-database-down.ts';
import { RunReadingRow } from '../../../run-state/run-turn.entity.ts';
import type { PendingThemes } from '../../../run-state/run-turn.entity.ts';
import type { RunRow } from '../../../run-state/run.entity.ts';
import { addBill } from '../conversation.ts';
import type { Reservation } from '../spend-reservations.ts';

/** A paid answer: the turn and digest it belongs to, what it is yet to be used for, and what it cost. */
interface PaidAnswer {
  readonly turn: number;
  readonly digest: string;
  readonly model: string;
  readonly message: Anthropic.Message;
  readonly pending: PendingThemes | null;
  /** Erasures of members before what was asked was read. */
  readonly epoch: number;
  readonly bill: { prices: Prices | null; reservation: Reservation };
}

/** The answers of single calls, stored as turns are, so that none is paid for twice. */
@Injectable()
export class StoredReadings {
  constructor(
    private readonly em: EntityManager,
    private readonly claims: Claims,
    private readonly erasureEpoch: ErasureEpoch,
  ) {}

  /** The answer that a run has to a question, or null. */
  async find(runId: number, digest: string): Promise<RunReadingRow | null> {
    return this.em.fork().findOne(RunReadingRow, { runId, digest });
  }

  async epoch(): Promise<number> {
    return this.erasureEpoch.epoch();
  }

  /**
   * Stores an answer before it is used, and replaces its reservation by its cost. It is paid for: retries while the
   * database is unavailable, and stores it even if the run was cancelled meanwhile.
   */
  async store(claim: Claim, answer: PaidAnswer): Promise<RunReadingRow> {
    const { turn, digest, model, message, pending, epoch, bill } = answer;
    return retryWhileDatabaseDown(() =>
      this.claims.guarded(claim, async (em, run) => {
        const gone = await this.erasureEpoch.since(em, epoch);
        // The commit may have succeeded and only its reply been lost: nobody else writes under this claim.
        const earlier = await em.findOne(RunReadingRow, { runId: run.id, digest });
        if (earlier !== null) {
          return earlier;
        }
        const kept = (value: unknown): string => {
          const text = JSON.stringify(value);
          return gone === undefined ? text : gone.forget(text);
        };
        const row = em.create(RunReadingRow, {
          runId: run.id,
          turn,
          digest,
          model,
          response: kept(message),
          // Of the same form: only members and words of theirs are taken out.
          pending: JSON.parse(kept(pending)) as PendingThemes | null,
          createdAt: new Date(),
        });
        em.persist(row);
        run.startsWithoutProgress = 0;
        await addBill(em, run, message, bill);
        return row;
      }),
    );
  }

  /** The answers of a run that are yet to be used, first to last. */
  async pending(runId: number): Promise<RunReadingRow[]> {
    return this.em
      .fork()
      .find(RunReadingRow, { runId, pending: { $ne: null } }, { orderBy: { createdAt: 'asc' } });
  }

  /**
   * Empties an answer that was used, which others store now, and counts what came of it in its run: once, since both are
   * one transaction.
   * @returns the run, or undefined where another has done so
   */
  async used(claim: Claim, digest: string, count: (run: RunRow) => void): Promise<RunRow | undefined> {
    return this.claims.unlessCancelled(claim, async (em, run) => {
      const row = await em.findOneOrFail(RunReadingRow, { runId: run.id, digest });
      if (row.pending === null) {
        return undefined;
      }
      row.response = '';
      row.pending = null;
      run.startsWithoutProgress = 0;
      count(run);
      return run;
    });
  }
}
