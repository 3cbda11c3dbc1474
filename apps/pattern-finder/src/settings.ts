import type { Prices } from './run-state/prices.ts';

/** How long a worker holds a run without renewing, in milliseconds. */
export class LeaseSettings {
  readonly leaseMs: number;

  constructor(leaseMs: number) {
    this.leaseMs = leaseMs;
  }
}

/** What a new run starts with. */
export class RunDefaults {
  readonly analyst: string;
  readonly model: string | null;
  readonly maxCost: number | null;

  constructor(analyst: string, model: string | null, maxCost: number | null) {
    this.analyst = analyst;
    this.model = model;
    this.maxCost = maxCost;
  }
}

/** How much may be asked for. */
export class WishLimits {
  /** Runs that may wait, paused ones among them. */
  readonly waitingRuns: number;
  /** US dollars that a replay may raise the cap of a run to; null: no bound. */
  readonly raisedCost: number | null;

  constructor(waitingRuns: number, raisedCost: number | null) {
    this.waitingRuns = waitingRuns;
    this.raisedCost = raisedCost;
  }
}

/** The name of the community, which its patterns may say. */
export class GateSettings {
  readonly communityName: string;

  constructor(communityName: string) {
    this.communityName = communityName;
  }
}

/** Least time between two measurements of all patterns, in milliseconds. */
export class MeasuringSettings {
  readonly everyMs: number;

  constructor(everyMs: number) {
    this.everyMs = everyMs;
  }
}

/** How the model is reached. */
export class ModelSettings {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly idleMs: number;
  readonly turnMs: number;
  readonly retryMs: number;

  constructor(settings: ModelSettings) {
    this.apiKey = settings.apiKey;
    this.baseUrl = settings.baseUrl;
    this.idleMs = settings.idleMs;
    this.turnMs = settings.turnMs;
    this.retryMs = settings.retryMs;
  }
}

/** The limits of one run, that of the money apart; tokens are those of all its calls together. */
export interface RunLimits {
  readonly turns: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Milliseconds that workers may have it in hand. */
  readonly workMs: number;
}

/** What bounds a run of the model. */
export class LoopSettings {
  readonly model: string;
  readonly communityName: string;
  readonly limits: RunLimits;
  /** Tokens of one turn. */
  readonly maxOutputTokens: number;
  readonly prices: Readonly<Record<string, Prices>>;
  /** US dollars that all calls of a day may cost; null: no bound. */
  readonly costPerDay: number | null;

  constructor(settings: LoopSettings) {
    this.model = settings.model;
    this.communityName = settings.communityName;
    this.limits = settings.limits;
    this.maxOutputTokens = settings.maxOutputTokens;
    this.prices = settings.prices;
    this.costPerDay = settings.costPerDay;
  }
}
