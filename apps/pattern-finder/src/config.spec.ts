import { describe, expect, it } from '@jest/globals';
import { Config, costPerDayOf } from './config.ts';

const costPerDay = (env: Record<string, string>): number | null =>
  costPerDayOf(Config.parse({ DATABASE_URL: 'postgresql://127.0.0.1/warren', ...env }));

it('rejects an idle timeout of the model that is longer than its turn timeout', () => {
  expect(() => costPerDay({ MODEL_IDLE_MS: '700000' })).toThrow(/must be at most MODEL_TURN_MS/);
  expect(() => costPerDay({ MODEL_IDLE_MS: '600000' })).not.toThrow();
});

describe('the cap of a day', () => {
  it('has a default, which can be removed', () => {
    expect(costPerDay({})).toBe(20);
    expect(costPerDay({ MAX_COST: '5' })).toBe(20);
    expect(costPerDay({ MAX_COST_PER_DAY: 'none' })).toBeNull();
  });

  it('follows that of a run, unless it is set', () => {
    expect(costPerDay({ MAX_COST: 'none' })).toBeNull();
    expect(costPerDay({ MAX_COST: 'none', MAX_COST_PER_DAY: '7' })).toBe(7);
  });
});
