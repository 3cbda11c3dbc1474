import type { Prices } from './analyst/prices.ts';

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

/** The least a pattern needs. */
export class GateSettings {
  readonly minMembers: number;

  constructor(minMembers: number) {
    this.minMembers = minMembers;
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
  readonly retryMs: number;

  constructor(settings: ModelSettings) {
    this.apiKey = settings.apiKey;
    this.baseUrl = settings.baseUrl;
    this.idleMs = settings.idleMs;
    this.retryMs = settings.retryMs;
  }
}

/** What bounds a run of the model. */
export class LoopSettings {
  readonly model: string;
  readonly communityName: string;
  readonly maxTurns: number;
  readonly maxOutputTokens: number;
  readonly prices: Readonly<Record<string, Prices>>;

  constructor(settings: LoopSettings) {
    this.model = settings.model;
    this.communityName = settings.communityName;
    this.maxTurns = settings.maxTurns;
    this.maxOutputTokens = settings.maxOutputTokens;
    this.prices = settings.prices;
  }
}
