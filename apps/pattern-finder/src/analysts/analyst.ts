import { Injectable } from '@nestjs/common';
import type { Claim } from '../run-state/claims.ts';
import type { RunSignals } from '../run-state/run-signals.ts';
import type { RunRow } from '../run-state/run.entity.ts';
import { ClaudeAnalyst } from './claude/claude-analyst.ts';
import { StatisticalAnalyst } from './statistical/statistical-analyst.ts';

/** Who looks at the community and saves patterns. */
export interface PatternAnalyst {
  /** Does a claimed run from where it stands. @returns the summary for the run's `response_text` */
  analyse(claim: Claim, run: RunRow, signals: RunSignals): Promise<string>;
}

/** The analyst a run was made for. */
@Injectable()
export class Analyst implements PatternAnalyst {
  constructor(
    private readonly claude: ClaudeAnalyst,
    private readonly statistical: StatisticalAnalyst,
  ) {}

  async analyse(claim: Claim, run: RunRow, signals: RunSignals): Promise<string> {
    const analyst: PatternAnalyst = run.analyst === 'claude' ? this.claude : this.statistical;
    return analyst.analyse(claim, run, signals);
  }
}
