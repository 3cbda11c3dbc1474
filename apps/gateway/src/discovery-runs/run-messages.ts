import { hasEnded } from '@warren/contracts';
import type { DiscoverReply, Run, RunProgress, RunStatus } from '@warren/contracts';

const statusMessages: Record<RunStatus, string> = {
  queued: 'The run waits for a worker.',
  running: 'The run is at work.',
  paused: 'The run is paused.',
  succeeded: 'The run succeeded.',
  failed: 'The run failed.',
  cancelled: 'The run was cancelled.',
  parked: 'The run was parked; it can be started again where it stood.',
  budget_exhausted: 'The run’s budget is used up; it can be started again where it stood with a higher one.',
};

/** Path of a run in the REST API. */
export function runPath(id: number): string {
  return `/api/v1/discovery-runs/${id}`;
}

/** Answer of POST /patterns/discover for a run. */
export function discoverReplyOf(run: Run): DiscoverReply {
  return {
    success: run.status === 'succeeded',
    run_id: run.id,
    patterns_found: run.patterns.length,
    patterns: run.patterns,
    response_text: textOf(run),
  };
}

function textOf(run: Run): string {
  if (run.status === 'succeeded') {
    return run.response_text;
  }
  const parts = [statusMessages[run.status], run.reason ?? '', run.response_text];
  if (!hasEnded(run.status)) {
    parts.push(`Follow it at ${runPath(run.id)}.`);
  }
  return parts.filter((part) => part !== '').join(' ');
}

/** State of a run as a step of its progress: `snapshot` while it is in progress, `ended` as the last. */
export function progressOf(run: Run, step: 'snapshot' | 'ended', at: Date): RunProgress {
  return {
    run_id: run.id,
    status: run.status,
    step,
    message: [statusMessages[run.status], run.reason ?? ''].filter((part) => part !== '').join(' '),
    turns: run.turns,
    patterns_found: run.patterns.length,
    spend: run.spend,
    at: at.toISOString(),
  };
}
