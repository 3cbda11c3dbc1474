/** Least time between two evaluations of all patterns, in milliseconds. */
export class EvaluationSettings {
  readonly everyMs: number;

  constructor(everyMs: number) {
    this.everyMs = everyMs;
  }
}
