import { Injectable } from '@nestjs/common';
import type { Claim } from '../runs/claims.ts';
import type { RunSignals } from '../runs/run-signals.ts';
import type { RunRow } from '../runs/run.entity.ts';
import { ClaudeAnalyst } from './claude-analyst.ts';
import { StatisticalAnalyst } from './statistical-analyst.ts';

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
