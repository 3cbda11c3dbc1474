import { z } from 'zod';
import type { AnalystName } from '@warren/contracts';
import { CommunityEnvironment, EventServiceEnvironment, retainedDays, withinReach } from '@warren/service';
import { Prices } from './run-state/prices.ts';

const money = z.union([z.literal('none').transform(() => null), z.coerce.number().positive()]);
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

/** Environment of the pattern-finder, parsed once. */
export const Config = EventServiceEnvironment.extend({
  PATTERN_FINDER_ROLE: z
    .enum(['api', 'worker', 'all'])
    .default('all')
    .describe('api answers requests; worker does runs; all does both'),
  ANALYST: z.enum(['auto', 'claude', 'statistical']).default('auto'),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: z.url().optional().describe('Any server that speaks the Messages API'),
  MODEL: z.string().default('claude-sonnet-5-5'),
  READER_MODEL: z.string().optional().describe('Model of the second reader; left out: that of the analyst'),
  SECOND_READER: z
    .enum(['auto', 'off'])
    .default('auto')
    .describe('auto reads what a model writes; off holds all that stands on quotes'),
  THEMES: z
    .enum(['on', 'off'])
    .default('on')
    .describe('on has a model propose themes and judge what members write for them'),
  THEMES_MODEL: z.string().optional().describe('Model of these calls; left out: that of the analyst'),
  MAX_THEME_MEMBERS: z.coerce
    .number()
    .int()
    .min(1)
    .default(2_000)
    .describe('Members whom one run judges for themes'),
  MODEL_PRICES: json
    .pipe(z.record(z.string(), Prices))
    .default({})
    .describe('US dollars a million tokens, by model'),
  MAX_COST: money.default(2).describe('Cap on one run in US dollars, or none'),
  MAX_COST_PER_DAY: money
    .optional()
    .describe(
      'Cap on all runs of a day (UTC) together in US dollars, or none; left out: 20, or none if MAX_COST is none',
    ),
  MAX_RAISED_COST: money
    .default(20)
    .describe('US dollars that a replay may raise the cap of a run to, or none'),
  MAX_WAITING_RUNS: z.coerce
    .number()
    .int()
    .min(1)
    .default(100)
    .describe('Runs that may wait; one more is answered 503'),
  MAX_RUNS_PER_PRINCIPAL: z.coerce
    .number()
    .int()
    .min(1)
    .default(50)
    .describe('Runs of one principal that may not have ended; one more is answered 429'),
  MAX_TURNS: z.coerce.number().int().min(1).max(200).default(40),
  MAX_OUTPUT_TOKENS: z.coerce.number().int().min(256).default(8_192).describe('A turn, at most'),
  MAX_RUN_INPUT_TOKENS: z.coerce
    .number()
    .int()
    .min(1)
    .default(3_000_000)
    .describe('Of all turns of a run together, those read from the cache included'),
  MAX_RUN_OUTPUT_TOKENS: z.coerce.number().int().min(1).default(200_000).describe('Of all turns of a run'),
  MAX_RUN_MINUTES: z.coerce.number().positive().default(60).describe('Time that workers may spend on a run'),
  MAX_OPENING_CHARACTERS: z.coerce
    .number()
    .int()
    .min(0)
    .default(100_000)
    .describe("Characters of members' texts in the first message of a run; above it, a sample of them"),
  MODEL_THINKING: z
    .enum(['auto', 'off'])
    .default('auto')
    .describe('auto lets a model think before it answers, where it says that it can'),
  MODEL_IDLE_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(60_000)
    .describe('Time without a byte of the stream after which a call is aborted and retried'),
  MODEL_TURN_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(600_000)
    .describe('Time after which a turn of the model is aborted'),
  MODEL_RETRY_MS: z.coerce
    .number()
    .int()
    .min(1)
    .default(1_000)
    .describe('Delay before the first retry; it doubles'),
  RETAIN_MODEL_TURNS_DAYS: retainedDays(1)
    .default(90)
    .describe('Days that the turns of the model are kept once their run has ended, or keep'),
  ...CommunityEnvironment.shape,
  REMEASURE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(10_000)
    .describe('Least time between two evaluations of all patterns'),
})
  .check(withinReach)
  .refine(({ MODEL_IDLE_MS, MODEL_TURN_MS }) => MODEL_IDLE_MS <= MODEL_TURN_MS, {
    path: ['MODEL_IDLE_MS'],
    error: 'must be at most MODEL_TURN_MS, which a silent turn does not outlast',
  })
  .refine(
    (env) =>
      env.ANALYST !== 'claude' || env.ANTHROPIC_API_KEY !== undefined || env.ANTHROPIC_BASE_URL !== undefined,
    {
      path: ['ANALYST'],
      error: 'claude needs ANTHROPIC_API_KEY (or ANTHROPIC_BASE_URL): set it, or choose ANALYST=statistical',
    },
  );
export type Config = z.output<typeof Config>;

const defaultCostPerDay = 20;

/**
 * Cost cap of all runs of a day; null: none. Without a cap on runs, e.g. for a model without a price, there is none on the
 * day either, unless one is set.
 */
export function costPerDayOf({ MAX_COST, MAX_COST_PER_DAY }: Config): number | null {
  return MAX_COST_PER_DAY === undefined ? MAX_COST && defaultCostPerDay : MAX_COST_PER_DAY;
}

/** The analyst of new runs: `auto` is Claude if a key or a server is set. */
export function analystOf(config: Config): AnalystName {
  if (config.ANALYST !== 'auto') {
    return config.ANALYST;
  }
  return config.ANTHROPIC_API_KEY !== undefined || config.ANTHROPIC_BASE_URL !== undefined
    ? 'claude'
    : 'statistical';
}
