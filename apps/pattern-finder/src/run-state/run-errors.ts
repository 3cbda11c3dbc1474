/** This worker holds the run no more: another has claimed it. It must write nothing. */
export class LeaseLost extends Error {
  readonly runId: number;

  constructor(runId: number) {
    super(`Run ${runId} was taken up by another worker.`);
    this.name = 'LeaseLost';
    this.runId = runId;
  }
}

/** The run was asked to stop. */
export class RunCancelled extends Error {
  override readonly name = 'RunCancelled';
}

/** The next call could go over the run's cap. */
export class BudgetExhausted extends Error {
  override readonly name = 'BudgetExhausted';
}

/** Something outside the run is out (the model, its credentials, the broker): not the run's own error. */
export class Outage extends Error {
  readonly retryAfterMs: number;

  constructor(reason: string, retryAfterMs: number, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Outage';
    this.retryAfterMs = retryAfterMs;
  }
}

/** The run cannot succeed, however often it is tried. */
export class UnrecoverableRunError extends Error {
  override readonly name = 'HopelessRun';
}
