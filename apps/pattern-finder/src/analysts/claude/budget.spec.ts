import { APIError } from '@anthropic-ai/sdk';
import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { costOf, pricesOf } from '../../run-state/prices.ts';
import type { Tokens } from '../../run-state/prices.ts';
import { BudgetExhausted } from '../../run-state/run-errors.ts';
import type { RunUsage } from '../../run-state/run-usage.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { assertAffordable, worstCase } from './budget.ts';
import { verdictOn } from './model/model-errors.ts';
import { releaseReservation } from './spend-reservations.ts';

const prices = { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75 };
const limits = { turns: 3, inputTokens: 100_000, outputTokens: 5_000, workMs: 60_000 };
const nothing = { turns: 0, inputTokens: 0, outputTokens: 0, workedMs: 0 };

function request(text: string, turns = 0): Anthropic.MessageStreamParams {
  const before = Array.from({ length: turns }, (): Anthropic.MessageParam[] => [
    { role: 'user', content: 'x'.repeat(10_000) },
    { role: 'assistant', content: 'y' },
  ]);
  return { model: 'priced', max_tokens: 1000, messages: [...before.flat(), { role: 'user', content: text }] };
}

function used(change: Partial<RunUsage> = {}): RunUsage {
  return {
    turns: 0,
    inputTokens: 0,
    outputTokens: 0,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    costUsd: 0,
    maxCost: 1,
    uncertainUsd: 0,
    uncertainInputTokens: 0,
    uncertainOutputTokens: 0,
    workedMs: 0,
    atReplay: nothing,
    ...change,
  };
}

function message(tokens: Partial<Tokens>): Anthropic.Message {
  const { input_tokens = 0, output_tokens = 0, cache_read_tokens = 0, cache_write_tokens = 0 } = tokens;
  const usage = {
    input_tokens,
    output_tokens,
    cache_read_input_tokens: cache_read_tokens,
    cache_creation_input_tokens: cache_write_tokens,
  };
  return { usage } as Anthropic.Message;
}

const small = worstCase(request('hello'), undefined, prices);

describe('the price of tokens', () => {
  it('sums cache reads, cache writes, input and output, each at its own price', () => {
    const tokens = { input_tokens: 1e6, output_tokens: 1e6, cache_read_tokens: 1e6, cache_write_tokens: 1e6 };
    expect(costOf(tokens, prices)).toBeCloseTo(22.05);
  });

  it('is known by the beginning of the model’s name, or as configured', () => {
    expect(pricesOf('claude-sonnet-5-5', {})).toMatchObject({ input: 3 });
    expect(pricesOf('claude-sonnet-5-5', { 'claude-sonnet-5-5': { ...prices, input: 9 } })).toMatchObject({
      input: 9,
    });
    expect(pricesOf('mystery', {})).toBeNull();
  });
});

describe('the worst case of a call', () => {
  it('counts each byte of a first request as a token, and all output tokens', () => {
    const { inputTokens, outputTokens, usd } = worstCase(request('x'.repeat(9_000)), undefined, prices);
    expect(inputTokens).toBeGreaterThan(9_000);
    expect(outputTokens).toBe(1000);
    expect(usd).toBeCloseTo((inputTokens * 3.75 + 1000 * 15) / 1e6);
  });

  it('uses the model’s own count for earlier turns', () => {
    const last = message({ cache_read_tokens: 2_000, cache_write_tokens: 500, output_tokens: 40 });
    const { inputTokens } = worstCase(request('x'.repeat(300), 2), last, prices);
    expect(inputTokens).toBeGreaterThan(2_540 + 300);
    expect(inputTokens).toBeLessThan(2_540 + 300 + 2_500);
  });

  it('has no price if the model has none', () => {
    expect(worstCase(request('hello'), undefined, null).usd).toBeNull();
  });
});

describe('the limits of a run', () => {
  it('allow a call whose worst case fits', () => {
    expect(() => assertAffordable(used(), small, limits)).not.toThrow();
  });

  it.each<[string, Partial<RunUsage>, RegExp]>([
    ['money', { costUsd: 0.99 }, /higher max_cost/],
    ['money that broken calls may have cost', { uncertainUsd: 0.99 }, /higher max_cost/],
    ['turns', { turns: 3 }, /3 turns are used up/],
    ['input tokens', { inputTokens: 30_000, cacheReadTokens: 69_000 }, /MAX_RUN_INPUT_TOKENS/],
    ['output tokens', { outputTokens: 3_000, uncertainOutputTokens: 1_500 }, /MAX_RUN_OUTPUT_TOKENS/],
    ['time', { workedMs: 60_000 }, /1 minutes of work/],
  ])('stop it if the %s may run out', (_what, change, words) => {
    expect(() => assertAffordable(used(change), small, limits)).toThrow(BudgetExhausted);
    expect(() => assertAffordable(used(change), small, limits)).toThrow(words);
  });

  it('reset at a replay, except for cost', () => {
    const spent = { turns: 3, inputTokens: 90_000, outputTokens: 4_500, workedMs: 60_000 };
    expect(() => assertAffordable(used({ ...spent, atReplay: spent }), small, limits)).not.toThrow();
    expect(() => assertAffordable(used({ ...spent, atReplay: spent, costUsd: 1 }), small, limits)).toThrow(
      BudgetExhausted,
    );
  });

  it('do not count cost if no cap is set', () => {
    expect(() => assertAffordable(used({ costUsd: 99, maxCost: null }), small, limits)).not.toThrow();
  });
});

function isUnbilled(status: number): boolean {
  return verdictOn(APIError.generate(status, undefined, 'no', new Headers())).unbilled;
}

describe('a sequence of calls, some of which are cut off', () => {
  /** A call: what it adds to the conversation, how it ends, and the billed share of its worst case. */
  const calls = fc.array(
    fc.record({
      bytes: fc.integer({ min: 0, max: 60_000 }),
      end: fc.constantFrom('whole', 'cut', 'killed', 400, 429, 500, 502, 504, 529),
      density: fc.double({ min: 0, max: 1, noNaN: true }),
      cached: fc.double({ min: 0, max: 1, noNaN: true }),
      written: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('is never billed over its cap, however much of each worst case the model uses', () => {
    fc.assert(
      fc.property(calls, fc.double({ min: 0.05, max: 3, noNaN: true }), (all, cap) => {
        const run = used({ maxCost: cap }) as RunRow;
        const wide = { turns: 1000, inputTokens: 1e9, outputTokens: 1e9, workMs: 1e9 };
        let billed = 0;
        let last: Anthropic.Message | undefined;
        for (const call of all) {
          const reserve = worstCase(
            request('x'.repeat(call.bytes), last === undefined ? 0 : 1),
            last,
            prices,
          );
          try {
            assertAffordable(run, reserve, wide);
          } catch (error) {
            expect(error).toBeInstanceOf(BudgetExhausted);
            break;
          }
          run.uncertainUsd += reserve.usd ?? 0;
          const input = Math.floor(reserve.inputTokens * call.density);
          const tokens = {
            input_tokens: Math.floor(input * (1 - call.cached) * 0.5),
            cache_read_tokens: Math.floor(input * call.cached),
            cache_write_tokens: Math.floor(input * (1 - call.cached) * 0.5),
            output_tokens: Math.floor(reserve.outputTokens * call.written),
          };
          // A rejected call costs nothing; any other error may come after the model has worked.
          if (![400, 429, 529].includes(Number(call.end))) {
            billed += costOf(tokens, prices);
          }
          if (typeof call.end === 'number' && isUnbilled(call.end)) {
            releaseReservation(run, reserve);
          }
          if (call.end === 'whole') {
            releaseReservation(run, reserve);
            run.costUsd = (run.costUsd ?? 0) + costOf(tokens, prices);
            last = message(tokens);
          }
        }
        expect(billed).toBeLessThanOrEqual(cap + 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});
