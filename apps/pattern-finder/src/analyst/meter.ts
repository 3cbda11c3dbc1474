import { Injectable } from '@nestjs/common';
import { Claims } from '../runs/claims.ts';
import type { Claim } from '../runs/claims.ts';
import { HopelessRun } from '../runs/run-errors.ts';
import type { RunRow } from '../runs/run.entity.ts';
import { LoopSettings } from '../settings.ts';
import { ensureAffordable } from './budget.ts';
import type { Reserve } from './budget.ts';

/**
 * Reserves what a call can use before it is made, in the run's row: a worker that dies, or a stream that breaks off,
 * leaves the reserve standing, since what the call had used by then may be billed.
 */
@Injectable()
export class Meter {
  constructor(
    private readonly claims: Claims,
    private readonly settings: LoopSettings,
  ) {}

  /** @throws BudgetExhausted where a limit may be passed, HopelessRun where money is capped and the model has no price */
  async reserve(claim: Claim, reserve: Reserve): Promise<void> {
    await this.claims.unlessCancelled(claim, (_em, run) => {
      if (reserve.usd === null && (run.maxCost ?? null) !== null) {
        throw new HopelessRun(
          `No price is known for ${run.model ?? this.settings.model}: set MODEL_PRICES, or MAX_COST=none to run without a cap.`,
        );
      }
      ensureAffordable(run, reserve, this.settings.limits);
      run.uncertainUsd += reserve.usd ?? 0;
      run.uncertainInputTokens += reserve.inputTokens;
      run.uncertainOutputTokens += reserve.outputTokens;
      return Promise.resolve();
    });
  }

  /** Gives a reserve back: the call was refused before it began, and costs nothing. */
  async release(claim: Claim, reserve: Reserve): Promise<void> {
    await this.claims.guarded(claim, (_em, run) => {
      giveBack(run, reserve);
      return Promise.resolve();
    });
  }
}

/** Takes a reserve out of a run again, in the caller's transaction. */
export function giveBack(run: RunRow, reserve: Reserve): void {
  run.uncertainUsd = Math.max(0, run.uncertainUsd - (reserve.usd ?? 0));
  run.uncertainInputTokens -= reserve.inputTokens;
  run.uncertainOutputTokens -= reserve.outputTokens;
}
