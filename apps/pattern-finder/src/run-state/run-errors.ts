/** Another worker has claimed the run: this one must write nothing more to it. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  readonly runId: number;

  constructor(runId: number) {
    super(`Run ${runId} was taken up by another worker.`);
    this.runId = runId;
  }
}

/** The run was cancelled. */
export class RunCancelled extends Error {
  override readonly name = 'RunCancelled';
}

/** The next call could exceed a limit of the run. */
export class BudgetExhausted extends Error {
  override readonly name = 'BudgetExhausted';
}

/** A dependency is unavailable (the model, its credentials, NATS): not an error of the run. */
export class Outage extends Error {
  override readonly name = 'Outage';
  readonly retryAfterMs: number;

  constructor(reason: string, retryAfterMs: number, options?: ErrorOptions) {
    super(reason, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The run cannot succeed, however often it is retried. */
export class UnrecoverableRunError extends Error {
  override readonly name = 'UnrecoverableRunError';
}
