import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { DeadlineExceeded, MemberNotFound, ServiceUnavailable, auditTargetOf } from '@warren/contracts';
import type {
  Actor,
  AuditDetails,
  AuditOutcome,
  AuditTarget,
  RecordedActor,
  RequestOf,
  RequestSubject,
} from '@warren/contracts';
import { MessagingOptions } from '../connection/options.ts';
import { failpoint } from '../process/failpoint.ts';
import type { FailedRequests } from '../requests/failed-requests.ts';
import { withoutRequest } from '../requests/in-flight-requests.ts';
import { currentActor, serviceActor } from '../wire/actor.ts';
import { traceId } from '../wire/trace.ts';
import { erasedMember } from './audit-tables.ts';
import { FailureLimit } from './failure-limit.ts';

/** What somebody did. */
interface Recorded {
  /** Subject of the request. */
  readonly action: string;
  readonly target?: AuditTarget | null;
  readonly details?: AuditDetails;
}

/** An entry as it is stored. */
interface NewEntry extends Recorded {
  readonly actor: RecordedActor;
  readonly outcome: AuditOutcome;
  readonly reason?: string;
  readonly traceId: string;
}

/** Ids of one entry; the rest is counted. */
const mostIds = 100;

/** Audit of this service: who did what to what, when, and with what outcome. Entries are only ever added. */
@Injectable()
export class AuditLog implements FailedRequests {
  private readonly logger = new Logger(AuditLog.name);
  private readonly limit = new FailureLimit();

  constructor(
    private readonly em: EntityManager,
    private readonly options: MessagingOptions,
  ) {}

  /** Records in the transaction of `em` what took effect in it, for the actor of the current work. */
  async record(em: EntityManager, recorded: Recorded): Promise<void> {
    await insertEntry(em, { ...recorded, actor: this.actor(), outcome: 'done', traceId: traceId() });
    await failpoint('audit.before-commit');
  }

  /** Records in the transaction of `em` requests that another process denied. */
  async recordDenied(
    em: EntityManager,
    denied: { actor: RecordedActor; route: string; status: number; count: number; traceId: string },
  ): Promise<void> {
    await insertEntry(em, {
      action: 'requests.deny',
      actor: denied.actor,
      target: { kind: 'route', ids: [denied.route] },
      outcome: 'denied',
      reason: String(denied.status),
      traceId: denied.traceId,
      details: { count: denied.count },
    });
  }

  /**
   * Records an audited request that was rejected, in a transaction of its own. An outage is no outcome: the request is sent
   * again. Of many alike within a minute the first few are recorded, and with the next of them how many were not.
   */
  async failed<S extends RequestSubject>(subject: S, request: RequestOf<S>, error: unknown): Promise<void> {
    const target = auditTargetOf(subject, request);
    if (target === null || error instanceof ServiceUnavailable || error instanceof DeadlineExceeded) {
      return;
    }
    const actor = this.actor();
    const reason = error instanceof Error ? error.name : 'Error';
    const isRecorded = this.limit.admit(`${actor.id} ${subject} ${reason}`);
    if (isRecorded === undefined) {
      return;
    }
    const details: AuditDetails = isRecorded.omitted === 0 ? {} : { omitted: isRecorded.omitted };
    const entry = {
      action: subject,
      // An id that no member has may be that of an erased one.
      target: error instanceof MemberNotFound ? { ...target, ids: [] } : target,
      details,
      actor,
      reason,
      traceId: traceId(),
    };
    try {
      await withoutRequest(async () => insertEntry(this.em.fork(), { ...entry, outcome: 'failed' }));
    } catch (failure) {
      this.logger.error(`A rejected ${subject} could not be recorded in the audit: ${String(failure)}`);
    }
  }

  private actor(): Actor {
    return currentActor() ?? serviceActor(this.options.service);
  }
}

/** Replaces members by `replacement` in the audit, in the transaction of `em`. @returns the number of changed entries */
export async function forgetInAudit(
  em: EntityManager,
  memberIds: readonly number[],
  replacement: string,
): Promise<number> {
  const [row] = await em.execute<{ changed: number }[]>(
    `select audit_entry_forget('member', array(select jsonb_array_elements_text(?::jsonb)), ?) as changed`,
    [JSON.stringify(memberIds.map(String)), replacement],
  );
  return row?.changed ?? 0;
}

/**
 * Replaces the members that are gone in the audit, without a hash where no key is at hand.
 * @param goneAmong those of these ids that no member has any more
 * @returns the number of members that were replaced
 */
export async function forgetGoneInAudit(
  em: EntityManager,
  goneAmong: (ids: readonly number[]) => number[] | Promise<number[]>,
): Promise<number> {
  const named = await em.execute<{ id: string }[]>(
    `select distinct named.id from audit_entry, unnest(target_ids) as named (id)
     where target_kind = 'member' and named.id ~ '^[0-9]+$'`,
  );
  const gone = await goneAmong(named.map(({ id }) => Number(id)));
  if (gone.length > 0) {
    await forgetInAudit(em, gone, erasedMember);
  }
  return gone.length;
}

async function insertEntry(em: EntityManager, entry: NewEntry): Promise<void> {
  const { action, target = null, details = {}, actor, outcome, reason = null, traceId: trace } = entry;
  const ids = target?.ids ?? [];
  const bounded = ids.length > mostIds ? { ...details, further_ids: ids.length - mostIds } : details;
  await em.execute(
    `insert into audit_entry (actor_id, actor_kind, actor_role, action, target_kind, target_ids, outcome, reason, trace_id,
       details)
     values (?, ?, ?, ?, ?, array(select jsonb_array_elements_text(?::jsonb)), ?, ?, ?, ?::jsonb)`,
    [
      actor.id,
      actor.kind,
      actor.role,
      action,
      target?.kind ?? null,
      JSON.stringify(ids.slice(0, mostIds)),
      outcome,
      reason,
      trace,
      JSON.stringify(bounded),
    ],
  );
}
