import type Anthropic from '@anthropic-ai/sdk';
import { costOf } from '../../run-state/prices.ts';
import type { Prices } from '../../run-state/prices.ts';
import { BudgetExhausted } from '../../run-state/run-errors.ts';
import { inputTokensOf, outputTokensOf } from '../../run-state/run-usage.ts';
import type { RunUsage } from '../../run-state/run-usage.ts';
import type { RunLimits } from './claude-settings.ts';
import { allTokens, tokensOf } from './model/message.ts';

/** Worst case of one call; `usd` is null if the model has no price. */
export interface Reserve {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | null;
}

/** Tokens a server may add to a request by itself, e.g. to explain the tools. */
const framing = 2_000;

/**
 * Computes the worst case of a call. The model itself has counted the tokens of earlier turns; of the new text each byte
 * may be a token, since no byte-level tokenizer makes more; and all of it may be written to the cache, at that price.
 */
export function worstCase(
  request: Anthropic.MessageStreamParams,
  last: Anthropic.Message | undefined,
  prices: Prices | null,
): Reserve {
  const added = last === undefined ? request : request.messages.slice(afterLastAnswer(request));
  const counted = last === undefined ? 0 : allTokens(tokensOf(last));
  const inputTokens = counted + Buffer.byteLength(JSON.stringify(added)) + framing;
  const outputTokens = request.max_tokens;
  return {
    inputTokens,
    outputTokens,
    usd:
      prices &&
      costOf(
        {
          input_tokens: 0,
          cache_read_tokens: 0,
          cache_write_tokens: inputTokens,
          output_tokens: outputTokens,
        },
        { ...prices, cache_write: Math.max(prices.input, prices.cache_read, prices.cache_write) },
      ),
  };
}

function afterLastAnswer({ messages }: Anthropic.MessageStreamParams): number {
  return messages.findLastIndex(({ role }) => role === 'assistant') + 1;
}

/**
 * Checks that a call fits within each limit of the run; a replay resets all limits except cost.
 * @param share part of the run's cost cap that may be used with it
 * @throws BudgetExhausted if it does not
 */
export function assertAffordable(run: RunUsage, reserve: Reserve, limits: RunLimits, share = 1): void {
  const { atReplay } = run;
  if (run.turns - atReplay.turns >= limits.turns) {
    throw new BudgetExhausted(`${limits.turns} turns are used up; ${remedy('MAX_TURNS')}`);
  }
  if (run.workedMs - atReplay.workedMs >= limits.workMs) {
    const minutes = Math.round(limits.workMs / 60_000);
    throw new BudgetExhausted(`${minutes} minutes of work are used up; ${remedy('MAX_RUN_MINUTES')}`);
  }
  if (inputTokensOf(run) + reserve.inputTokens - atReplay.inputTokens > limits.inputTokens) {
    throw new BudgetExhausted(
      `The next call may go over the input tokens of a run; ${remedy('MAX_RUN_INPUT_TOKENS')}`,
    );
  }
  if (outputTokensOf(run) + reserve.outputTokens - atReplay.outputTokens > limits.outputTokens) {
    throw new BudgetExhausted(
      `The next call may go over the output tokens of a run; ${remedy('MAX_RUN_OUTPUT_TOKENS')}`,
    );
  }
  const cap = run.maxCost === null || run.maxCost === undefined ? null : run.maxCost * share;
  const spent = (run.costUsd ?? 0) + run.uncertainUsd;
  if (cap !== null && reserve.usd !== null && spent + reserve.usd > cap) {
    throw new BudgetExhausted(
      `The next call may cost up to $${reserve.usd.toFixed(4)} and $${spent.toFixed(4)} of $${cap.toFixed(2)} are ` +
        'spent; what was saved stays. Replay the run with a higher max_cost to go on.',
    );
  }
}

function remedy(variable: string): string {
  return `what was saved stays. Replay the run to go on, or raise ${variable} for longer ones.`;
}

/** Part of what a run may read or cost that the texts of one request use at most. */
const part = 1 / 8;

/** Characters that leave most of a run's limits for its turns, each counted as a token at its price. */
export function affordableCharacters(
  { inputTokens }: Pick<RunLimits, 'inputTokens'>,
  maxCost: number | null,
  prices: Prices | null,
): number {
  const price = prices === null ? 0 : Math.max(prices.input, prices.cache_write);
  const forCost = maxCost === null || price === 0 ? Infinity : (maxCost * 1_000_000) / price;
  return Math.floor(part * Math.min(inputTokens, forCost));
}
