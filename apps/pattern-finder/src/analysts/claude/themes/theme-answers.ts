import { Injectable } from '@nestjs/common';
import type { RunThemes } from '@warren/contracts';
import { RequestClient, failpoint } from '@warren/messaging';
import { Claims } from '../../../run-state/claims.ts';
import type { Claim } from '../../../run-state/claims.ts';
import { RunProgressPublisher } from '../../../run-state/run-progress.ts';
import type { PendingThemes } from '../../../run-state/run-turn.entity.ts';
import { StoredReadings } from '../single-calls/stored-readings.ts';

/** What one answer adds to what its run did with themes; `left` replaces. */
type Done = Partial<RunThemes>;

const nothing: RunThemes = { defined: 0, judged_in_run: 0, left: 0, codes: 0, refused: 0 };

/** Uses the stored answers about themes, and counts each in its run once: using one again changes nothing. */
@Injectable()
export class ThemeAnswers {
  constructor(
    private readonly requests: RequestClient,
    private readonly stored: StoredReadings,
    private readonly claims: Claims,
    private readonly progress: RunProgressPublisher,
  ) {}

  /** Uses all that are not used yet, also of a worker that was killed. @returns members whose verdicts were stored */
  async useAll(claim: Claim, signal: AbortSignal): Promise<number> {
    let stored = 0;
    for (const { digest, pending } of await this.stored.pending(claim.runId)) {
      signal.throwIfAborted();
      if (pending === null || pending === undefined) {
        continue;
      }
      const done = await this.use(pending, signal);
      await failpoint('themes.after-reply');
      const run = await this.stored.used(claim, digest, (row) => {
        row.themes = sum(row.themes ?? nothing, done);
      });
      await failpoint('themes.after-commit');
      if (run !== undefined) {
        await this.progress.publish(run, 'thinking', told(done));
      }
      stored += done.judged_in_run ?? 0;
    }
    return stored;
  }

  /** Stores how many members are left to be judged. @returns what the run has done */
  async noteLeft(claim: Claim, left: number): Promise<RunThemes> {
    return this.claims.unlessCancelled(claim, (_em, run) => {
      run.themes = { ...nothing, ...run.themes, left };
      return Promise.resolve(run.themes);
    });
  }

  private async use(pending: PendingThemes, signal: AbortSignal): Promise<Done> {
    if (pending.kind === 'codebook') {
      const { known, themes } = pending;
      const reply = await this.requests.ask('themes.define', { themes: [...themes] }, { signal });
      return { defined: reply.themes.filter(({ id }) => !known.includes(id)).length };
    }
    const { judgements, refused, left } = pending;
    const reply = await this.requests.ask('themes.judge', { judgements: [...judgements] }, { signal });
    return {
      judged_in_run: reply.stored,
      left: Math.max(0, left - reply.stored),
      codes: reply.codes,
      refused: refused + reply.refused.length,
    };
  }
}

function sum(before: RunThemes, done: Done): RunThemes {
  return {
    defined: before.defined + (done.defined ?? 0),
    judged_in_run: before.judged_in_run + (done.judged_in_run ?? 0),
    left: done.left ?? before.left,
    codes: before.codes + (done.codes ?? 0),
    refused: before.refused + (done.refused ?? 0),
  };
}

/** Anybody may listen to the progress of a run: it says numbers only. */
function told({ defined, judged_in_run, codes }: Done): string {
  return defined === undefined
    ? `${judged_in_run ?? 0} members judged for themes, ${codes ?? 0} codes stored.`
    : `${defined} themes defined.`;
}
