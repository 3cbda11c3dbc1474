import type { Claim } from '../run-state/claims.ts';
import type { RunSignals } from '../run-state/run-signals.ts';
import type { RunRow } from '../run-state/run.entity.ts';

/** An analyst: looks at the community and saves patterns. */
export interface PatternAnalyst {
  /** What the run's introductions are to know too, done before they are proposed. @returns the run after it */
  prepare?(claim: Claim, run: RunRow, signals: RunSignals): Promise<RunRow>;

  /** Works on a claimed run from its current state. @returns the summary for the run's `response_text` */
  analyse(claim: Claim, run: RunRow, signals: RunSignals): Promise<string>;
}
