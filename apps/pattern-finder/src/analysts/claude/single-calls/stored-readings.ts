import type Anthropic from '@anthropic-ai/sdk';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Claims } from '../../../run-state/claims.ts';
import type { Claim } from '../../../run-state/claims.ts';
import { ErasureEpoch } from '../../../run-state/erasure-epoch.ts';
import type { Prices } from '../../../run-state/prices.ts';
import { retryWhileDatabaseDown } from '../../../run-state/retry-while-database-down.ts';
import { RunReadingRow } from '../../../run-state/run-turn.entity.ts';
import { addBill } from '../conversation.ts';
import type { Reservation } from '../spend-reservations.ts';

/** A paid answer of a second reader: the run, turn and digest it belongs to, and what it cost. */
interface PaidAnswer {
  readonly turn: number;
  readonly digest: string;
  readonly model: string;
  readonly message: Anthropic.Message;
  /** Erasures of members before the call. */
  readonly epoch: number;
  readonly bill: { prices: Prices | null; reservation: Reservation };
}

/** The answers of second readers, stored as turns are, so that none is paid for twice. */
@Injectable()
export class StoredReadings {
  constructor(
    private readonly em: EntityManager,
    private readonly claims: Claims,
    private readonly erasureEpoch: ErasureEpoch,
  ) {}

  /** The answer that a run has for a subject, or null. */
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
    const { turn, digest, model, message, epoch, bill } = answer;
    return retryWhileDatabaseDown(() =>
      this.claims.guarded(claim, async (em, run) => {
        const gone = await this.erasureEpoch.since(em, epoch);
        // The commit may have succeeded and only its reply been lost: nobody else writes under this claim.
        const earlier = await em.findOne(RunReadingRow, { runId: run.id, digest });
        if (earlier !== null) {
          return earlier;
        }
        const text = JSON.stringify(message);
        const row = em.create(RunReadingRow, {
          runId: run.id,
          turn,
          digest,
          model,
          response: gone === undefined ? text : gone.forget(text),
          createdAt: new Date(),
        });
        em.persist(row);
        run.startsWithoutProgress = 0;
        await addBill(em, run, message, bill);
        return row;
      }),
    );
  }
}
