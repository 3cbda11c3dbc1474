import type Anthropic from '@anthropic-ai/sdk';
import { BudgetExhausted, HopelessRun } from '../runs/run-errors.ts';
import type { RunRow } from '../runs/run.entity.ts';
import { costOf, pricesOf } from './prices.ts';
import type { LoopSettings } from '../settings.ts';

/** Bytes of JSON a token stands for at the least; an estimate from below is an estimate of tokens from above. */
const bytesPerToken = 2.5;

/**
 * Reserves the next call: its worst case (every byte of the request written to the cache, every output token used) must
 * fit under what is left of the run's cap.
 * @throws BudgetExhausted where it does not, HopelessRun where the model's price is not known
 */
export function ensureAffordable(
  run: RunRow,
  request: Anthropic.MessageStreamParams,
  settings: LoopSettings,
): void {
  if (run.turns - run.turnsAtReplay >= settings.maxTurns) {
    throw new BudgetExhausted(`${settings.maxTurns} turns are used up; what was saved stays.`);
  }
  const cap = run.maxCost ?? null;
  if (cap === null) {
    return;
  }
  const prices = pricesOf(request.model, settings.prices);
  if (prices === null) {
    throw new HopelessRun(
      `No price is known for ${request.model}: set MODEL_PRICES, or MAX_COST=none to run without a cap.`,
    );
  }
  const worst = costOf(
    {
      input_tokens: 0,
      cache_read_tokens: 0,
      cache_write_tokens: Math.ceil(Buffer.byteLength(JSON.stringify(request)) / bytesPerToken),
      output_tokens: request.max_tokens,
    },
    prices,
  );
  const spent = run.costUsd ?? 0;
  if (spent + worst > cap) {
    throw new BudgetExhausted(
      `The next call may cost up to $${worst.toFixed(4)} and $${spent.toFixed(4)} of $${cap.toFixed(2)} are spent; ` +
        'what was saved stays. Replay the run with a higher max_cost to go on.',
    );
  }
}
