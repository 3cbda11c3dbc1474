import { Injectable } from '@nestjs/common';
import type { AnalystName } from '@warren/contracts';
import type { Claim } from '../run-state/claims.ts';
import type { RunSignals } from '../run-state/run-signals.ts';
import type { RunRow } from '../run-state/run.entity.ts';
import { ClaudeAnalyst } from './claude/claude-analyst.ts';
import type { PatternAnalyst } from './pattern-analyst.ts';
import { StatisticalAnalyst } from './statistical/statistical-analyst.ts';

/** Passes each run to the analyst it was created for. */
@Injectable()
export class Analyst implements PatternAnalyst {
  private readonly byName: Readonly<Record<AnalystName, PatternAnalyst>>;

  constructor(claude: ClaudeAnalyst, statistical: StatisticalAnalyst) {
    this.byName = { claude, statistical };
  }

  async prepare(claim: Claim, run: RunRow, signals: RunSignals): Promise<RunRow> {
    return (await this.byName[run.analyst].prepare?.(claim, run, signals)) ?? run;
  }

  async analyse(claim: Claim, run: RunRow, signals: RunSignals): Promise<string> {
    return this.byName[run.analyst].analyse(claim, run, signals);
  }
}
