import type { EntityManager } from '@mikro-orm/postgresql';
import type { RunStatus } from '@warren/contracts';
import type { Outbox } from '@warren/messaging';
import type { RunRow } from './run.entity.ts';

/** Brings a run to an end, and says so in the same transaction. */
export function endRun(
  em: EntityManager,
  outbox: Outbox,
  run: RunRow,
  status: RunStatus,
  reason: string | null,
): void {
  run.status = status;
  run.reason = reason;
  run.leaseUntil = null;
  run.finishedAt = new Date();
  outbox.add(em, 'run.completed', {
    run_id: run.id,
    kind: run.kind,
    status,
    reason,
    patterns_found: run.patterns.length,
  });
}
