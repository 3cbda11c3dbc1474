import { Injectable } from '@nestjs/common';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import type { RunRow } from '../run-state/run.entity.ts';
import { RunSteps } from './run-steps.ts';
import { unknownFocus } from './unknown-focus.ts';

/** Checks a run's focus areas before its first turn, once: a run that is resumed does not have them analysed again. */
@Injectable()
export class FocusCheck {
  constructor(
    private readonly steps: RunSteps,
    private readonly claims: Claims,
  ) {}

  /** @returns the answer of a run none of whose focus areas is known; undefined if one is, or if it has none */
  async answerIfUnknown(claim: Claim, run: RunRow, signal: AbortSignal): Promise<string | undefined> {
    if (run.focusAreas.length === 0 || run.focusKnown) {
      return undefined;
    }
    const unknown = unknownFocus(await this.steps.analysis(claim, run.focusAreas, signal));
    if (unknown === undefined) {
      await this.claims.unlessCancelled(claim, (_em, row) => Promise.resolve((row.focusKnown = true)));
      // The caller's row is another one, and is asked about again before its first turn.
      run.focusKnown = true;
    }
    return unknown;
  }
}
