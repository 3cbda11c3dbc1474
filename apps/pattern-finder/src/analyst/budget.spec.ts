import { describe, expect, it } from '@jest/globals';
import type Anthropic from '@anthropic-ai/sdk';
import type { RunRow } from '../runs/run.entity.ts';
import { BudgetExhausted, HopelessRun } from '../runs/run-errors.ts';
import { LoopSettings } from '../settings.ts';
import { ensureAffordable } from './budget.ts';
import { costOf, pricesOf } from './prices.ts';

const prices = { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75 };
const settings = new LoopSettings({
  model: 'priced',
  communityName: 'x',
  maxTurns: 3,
  maxOutputTokens: 1000,
  prices: { priced: prices },
});

function request(model: string, text: string): Anthropic.MessageStreamParams {
  return { model, max_tokens: 1000, messages: [{ role: 'user', content: text }] };
}

function run(change: Partial<RunRow>): RunRow {
  return { turns: 0, turnsAtReplay: 0, costUsd: 0, maxCost: 1, ...change } as RunRow;
}

describe('the price of tokens', () => {
  it('adds what was read, written, sent and answered, each at its own price', () => {
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

describe('the reserve before a call', () => {
  it('lets a call through whose worst case fits under the cap', () => {
    expect(() => ensureAffordable(run({}), request('priced', 'hello'), settings)).not.toThrow();
  });

  it('stops a call whose worst case may go over it', () => {
    const nearlySpent = run({ costUsd: 0.99 });
    expect(() => ensureAffordable(nearlySpent, request('priced', 'hello'), settings)).toThrow(
      BudgetExhausted,
    );
    const long = request('priced', 'x'.repeat(1_000_000));
    expect(() => ensureAffordable(run({}), long, settings)).toThrow(/higher max_cost/);
  });

  it('stops after the last turn that was allowed', () => {
    expect(() => ensureAffordable(run({ turns: 3 }), request('priced', 'hello'), settings)).toThrow(
      /turns are used up/,
    );
  });

  it('counts the turns anew after a replay', () => {
    const replayed = run({ turns: 3, turnsAtReplay: 3 });
    expect(() => ensureAffordable(replayed, request('priced', 'hello'), settings)).not.toThrow();
  });

  it('refuses a model without a price unless there is no cap', () => {
    expect(() => ensureAffordable(run({}), request('mystery', 'hello'), settings)).toThrow(HopelessRun);
    expect(() =>
      ensureAffordable(run({ maxCost: null }), request('mystery', 'hello'), settings),
    ).not.toThrow();
  });
});
