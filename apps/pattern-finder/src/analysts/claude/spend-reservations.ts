import { Injectable } from '@nestjs/common';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import { BudgetExhausted } from '../../run-state/run-errors.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { LoopSettings } from '../../settings.ts';
import { ensureAffordable } from './budget.ts';
import type { Reserve } from './budget.ts';
import { correctDay, reserveToday } from './day-spend.ts';

/** A reserve that was made, and the day it counts to; null where nothing is known of its cost. */
export interface Reserved extends Reserve {
  readonly day: string | null;
}

/**
 * Reserves what a call can use before it is made, in the run's row and in that of the day: a worker that dies, or a stream that breaks off,
 * leaves the reserve standing, since what the call had used by then may be billed; so does an error that may come after work.
 */
@Injectable()
export class SpendReservations {
  constructor(
    private readonly claims: Claims,
    private readonly settings: LoopSettings,
  ) {}

  /**
   * @throws BudgetExhausted where a limit of the run may be passed, or money is capped and the model has no price; Outage
   * where the day's may
   */
  async reserve(claim: Claim, reserve: Reserve): Promise<Reserved> {
    const { costPerDay } = this.settings;
    return this.claims.unlessCancelled(claim, async (em, run) => {
      if (reserve.usd === null && ((run.maxCost ?? null) !== null || costPerDay !== null)) {
        throw new BudgetExhausted(
          `No price is known for ${run.model ?? this.settings.model}, so that its cost cannot be capped: set ` +
            'MODEL_PRICES, or MAX_COST=none and MAX_COST_PER_DAY=none to run without a cap; restart, and replay the ' +
            'run to go on.',
        );
      }
      ensureAffordable(run, reserve, this.settings.limits);
      run.uncertainUsd += reserve.usd ?? 0;
      run.uncertainInputTokens += reserve.inputTokens;
      run.uncertainOutputTokens += reserve.outputTokens;
      const day = reserve.usd === null ? null : await reserveToday(em, reserve.usd, costPerDay);
      return { ...reserve, day };
    });
  }

  /** Gives a reserve back: the call was refused before it began, and costs nothing. */
  async release(claim: Claim, reserve: Reserved): Promise<void> {
    await this.claims.guarded(claim, async (em, run) => {
      releaseReservation(run, reserve);
      await correctDay(em, reserve.day, -(reserve.usd ?? 0));
    });
  }
}

/** Takes a reserve out of a run again, in the caller's transaction. */
export function releaseReservation(run: RunRow, reserve: Reserve): void {
  run.uncertainUsd = Math.max(0, run.uncertainUsd - (reserve.usd ?? 0));
  run.uncertainInputTokens -= reserve.inputTokens;
  run.uncertainOutputTokens -= reserve.outputTokens;
}
