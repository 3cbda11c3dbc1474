import { z } from 'zod';
import type { Spend } from '@warren/contracts';

/** Prices of one model in US dollars per million tokens. */
export const Prices = z.object({
  input: z.number().min(0),
  output: z.number().min(0),
  cache_read: z.number().min(0),
  cache_write: z.number().min(0),
});
export type Prices = z.infer<typeof Prices>;

/** Built-in prices by prefix of the model's name; `MODEL_PRICES` adds and overrides. */
const known: readonly (readonly [string, Prices])[] = [
  ['claude-opus', { input: 15, output: 75, cache_read: 1.5, cache_write: 18.75 }],
  ['claude-sonnet', { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75 }],
  ['claude-haiku', { input: 1, output: 5, cache_read: 0.1, cache_write: 1.25 }],
];

/** Tokens of one call, as the model's server counts them. */
export type Tokens = Omit<Spend, 'cost_usd' | 'uncertain_usd'>;

/** Prices of a model; null if none are known. */
export function pricesOf(model: string, configured: Readonly<Record<string, Prices>>): Prices | null {
  return configured[model] ?? known.find(([prefix]) => model.startsWith(prefix))?.[1] ?? null;
}

/** Cost of the tokens, in US dollars. */
export function costOf(tokens: Tokens, prices: Prices): number {
  return (
    (tokens.input_tokens * prices.input +
      tokens.output_tokens * prices.output +
      tokens.cache_read_tokens * prices.cache_read +
      tokens.cache_write_tokens * prices.cache_write) /
    1_000_000
  );
}

/** Prices of the models that runs use; a run without a model of its own uses the configured one. */
export class ModelPrices {
  private readonly model: string;
  private readonly configured: Readonly<Record<string, Prices>>;

  constructor(model: string, configured: Readonly<Record<string, Prices>>) {
    this.model = model;
    this.configured = configured;
  }

  /** The model of a run. */
  modelOf(model: string | null | undefined): string {
    return model ?? this.model;
  }

  /** Prices of a run's model; null if none are known. */
  of(model: string | null | undefined): Prices | null {
    return pricesOf(this.modelOf(model), this.configured);
  }
}
