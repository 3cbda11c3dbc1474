import { Injectable } from '@nestjs/common';
import { Claims } from '../../run-state/claims.ts';
import type { Claim } from '../../run-state/claims.ts';
import { BudgetExhausted } from '../../run-state/run-errors.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { assertAffordable } from './budget.ts';
import type { Reserve } from './budget.ts';
import { ClaudeSettings } from './claude-settings.ts';
import type { RunLimits } from './claude-settings.ts';
import { correctDay, reserveToday } from './day-spend.ts';

/** A reserve that was made, and the day it counts towards; null if its cost is not known. */
export interface Reservation extends Reserve {
  readonly day: string | null;
}

/**
 * Reserves the worst case of a call before it is made, in the rows of its run and of the day. If the worker dies, the
 * stream is cut off or an error may have come after work, the reservation stays: the call may be billed.
 */
@Injectable()
export class SpendReservations {
  constructor(
    private readonly claims: Claims,
    private readonly settings: ClaudeSettings,
  ) {}

  /**
   * @param single of a single call, which is no turn: its model, and the part of the run's limits that may be used with it;
   * without it the call is a turn of the run
   * @throws BudgetExhausted if a limit of the run may be exceeded, or cost is capped and the model has no price; Outage
   * if the day's cap may be exceeded
   */
  async reserve(
    claim: Claim,
    reserve: Reserve,
    single?: { readonly model: string; readonly share: number },
  ): Promise<Reservation> {
    const { costPerDay, limits } = this.settings;
    return this.claims.unlessCancelled(claim, async (em, run) => {
      if (reserve.usd === null && ((run.maxCost ?? null) !== null || costPerDay !== null)) {
        throw new BudgetExhausted(
          `No price is known for ${single?.model ?? run.model ?? this.settings.model}, so that its cost cannot be capped: set ` +
            'MODEL_PRICES, or MAX_COST=none and MAX_COST_PER_DAY=none to run without a cap; restart, and replay the ' +
            'run to go on.',
        );
      }
      const allowed = single === undefined ? limits : { ...partOf(limits, single.share), turns: Infinity };
      assertAffordable(run, reserve, allowed, single?.share);
      run.uncertainUsd += reserve.usd ?? 0;
      run.uncertainInputTokens += reserve.inputTokens;
      run.uncertainOutputTokens += reserve.outputTokens;
      const day = reserve.usd === null ? null : await reserveToday(em, reserve.usd, costPerDay);
      return { ...reserve, day };
    });
  }

  /** Releases the reservation of a call that was rejected before it began and costs nothing. */
  async release(claim: Claim, reservation: Reservation): Promise<void> {
    await this.claims.guarded(claim, async (em, run) => {
      releaseReservation(run, reservation);
      await correctDay(em, reservation.day, -(reservation.usd ?? 0));
    });
  }
}

function partOf({ inputTokens, outputTokens, workMs, turns }: RunLimits, share: number): RunLimits {
  return {
    turns,
    inputTokens: inputTokens * share,
    outputTokens: outputTokens * share,
    workMs: workMs * share,
  };
}

/** Subtracts a reserve from a run, in the caller's transaction. */
export function releaseReservation(run: RunRow, reserve: Reserve): void {
  run.uncertainUsd = Math.max(0, run.uncertainUsd - (reserve.usd ?? 0));
  run.uncertainInputTokens -= reserve.inputTokens;
  run.uncertainOutputTokens -= reserve.outputTokens;
}
