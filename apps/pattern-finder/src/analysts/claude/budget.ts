import type Anthropic from '@anthropic-ai/sdk';
import { BudgetExhausted } from '../../run-state/run-errors.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import type { RunLimits } from '../../settings.ts';
import { allTokens, tokensOf } from './model/message.ts';
import { costOf } from '../../run-state/prices.ts';
import type { Prices } from '../../run-state/prices.ts';

/** What one call can use at the most; `usd` is null where the model has no price. */
export interface Reserve {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | null;
}

/** Tokens a server may add to a request by itself, e.g. to explain the tools. */
const framing = 2_000;

/**
 * The worst case of a call. What the model has read and written before it has counted itself; of what is new, each byte
 * may be a token, since no tokenizer over bytes makes more; and all of it may be written to the cache, at its price.
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

/** What a run has used, and may have used in calls whose end is not known. */
export type Used = Pick<
  RunRow,
  | 'turns'
  | 'inputTokens'
  | 'outputTokens'
  | 'cacheReadTokens'
  | 'cacheWriteTokens'
  | 'costUsd'
  | 'maxCost'
  | 'uncertainUsd'
  | 'uncertainInputTokens'
  | 'uncertainOutputTokens'
  | 'workedMs'
  | 'atReplay'
>;

/**
 * Whether a call fits under what is left of each limit of the run; a replay begins all but the money anew.
 * @throws BudgetExhausted where it does not
 */
export function ensureAffordable(run: Used, reserve: Reserve, limits: RunLimits): void {
  const { atReplay } = run;
  if (run.turns - atReplay.turns >= limits.turns) {
    throw new BudgetExhausted(`${limits.turns} turns are used up; ${what('MAX_TURNS')}`);
  }
  if (run.workedMs - atReplay.workedMs >= limits.workMs) {
    const minutes = Math.round(limits.workMs / 60_000);
    throw new BudgetExhausted(`${minutes} minutes of work are used up; ${what('MAX_RUN_MINUTES')}`);
  }
  if (inputOf(run) + reserve.inputTokens - atReplay.inputTokens > limits.inputTokens) {
    throw new BudgetExhausted(
      `The next call may go over the input tokens of a run; ${what('MAX_RUN_INPUT_TOKENS')}`,
    );
  }
  if (outputOf(run) + reserve.outputTokens - atReplay.outputTokens > limits.outputTokens) {
    throw new BudgetExhausted(
      `The next call may go over the output tokens of a run; ${what('MAX_RUN_OUTPUT_TOKENS')}`,
    );
  }
  const cap = run.maxCost ?? null;
  const spent = (run.costUsd ?? 0) + run.uncertainUsd;
  if (cap !== null && reserve.usd !== null && spent + reserve.usd > cap) {
    throw new BudgetExhausted(
      `The next call may cost up to $${reserve.usd.toFixed(4)} and $${spent.toFixed(4)} of $${cap.toFixed(2)} are ` +
        'spent; what was saved stays. Replay the run with a higher max_cost to go on.',
    );
  }
}

/** The tokens a run has read, and may have. */
export function inputOf(run: Used): number {
  return run.inputTokens + run.cacheReadTokens + run.cacheWriteTokens + run.uncertainInputTokens;
}

/** The tokens a run has had written, and may have. */
export function outputOf(run: Used): number {
  return run.outputTokens + run.uncertainOutputTokens;
}

function what(variable: string): string {
  return `what was saved stays. Replay the run to go on, or raise ${variable} for longer ones.`;
}
