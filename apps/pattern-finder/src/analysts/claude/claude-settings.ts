/** Limits of one run except its cost cap; tokens are those of all its calls together. */
export interface RunLimits {
  readonly turns: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Milliseconds that workers may spend on it. */
  readonly workMs: number;
}

/** The model of a run, and its limits. */
export class ClaudeSettings {
  readonly model: string;
  readonly limits: RunLimits;
  /** Tokens of one turn. */
  readonly maxOutputTokens: number;
  /** US dollars that all calls of a day may cost; null: no limit. */
  readonly costPerDay: number | null;
  /** Characters of members' texts in the first message of a run, at most. */
  readonly openingCharacters: number;

  constructor(settings: ClaudeSettings) {
    this.model = settings.model;
    this.limits = settings.limits;
    this.maxOutputTokens = settings.maxOutputTokens;
    this.costPerDay = settings.costPerDay;
    this.openingCharacters = settings.openingCharacters;
  }
}
