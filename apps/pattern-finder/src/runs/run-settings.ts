import type { AnalystName } from '@warren/contracts';

/** Analyst, model and cost cap of a new run. */
export class RunDefaults {
  readonly analyst: AnalystName;
  readonly model: string | null;
  /** US dollars; null: no cap. */
  readonly maxCost: number | null;

  constructor(analyst: AnalystName, model: string | null, maxCost: number | null) {
    this.analyst = analyst;
    this.model = model;
    this.maxCost = maxCost;
  }
}

/** Limits of what clients may request. */
export class RequestLimits {
  /** Runs that may wait, paused ones included. */
  readonly waitingRuns: number;
  /** Runs of one client that may not have ended. */
  readonly runsOfClient: number;
  /** US dollars that a replay may raise the cap of a run to; null: no limit. */
  readonly raisedCost: number | null;

  constructor({ waitingRuns, runsOfClient, raisedCost }: RequestLimits) {
    this.waitingRuns = waitingRuns;
    this.runsOfClient = runsOfClient;
    this.raisedCost = raisedCost;
  }
}
