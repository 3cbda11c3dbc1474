import type { EntityManager } from '@mikro-orm/postgresql';
import type { RunStatus } from '@warren/contracts';
import type { Outbox } from '@warren/messaging';
import { cleanText } from './clean-text.ts';
import type { RunRow } from './run.entity.ts';

const longestReason = 1_000;

/** Normalises a reason for storage and events: it may quote others, at any length and with any characters. */
export function asReason(reason: string | null): string | null {
  return reason === null ? null : cleanText(reason.slice(0, longestReason), true);
}

/** Ends a run and publishes `run.completed` in the same transaction. */
export function endRun(
  em: EntityManager,
  outbox: Outbox,
  run: RunRow,
  status: RunStatus,
  why: string | null,
): void {
  const reason = asReason(why);
  run.status = status;
  run.reason = reason;
  run.leaseUntil = null;
  run.client = null;
  run.finishedAt = new Date();
  outbox.add(em, 'run.completed', {
    run_id: run.id,
    kind: run.kind,
    status,
    reason,
    patterns_found: run.patterns.length,
    patterns_held: run.heldPatterns.length,
  });
}
