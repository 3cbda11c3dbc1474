import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { AuditingService } from '@warren/contracts';
import type { AuditEntry, ServiceAuditQuery } from '@warren/contracts';
import { MessagingOptions } from '../connection/options.ts';

type Condition = readonly [sql: string, ...values: (string | number)[]];

interface Row extends Pick<AuditEntry, 'id' | 'action' | 'outcome' | 'reason' | 'details'> {
  at: Date | string;
  actor_id: string;
  actor_kind: string;
  actor_role: string | null;
  target_kind: string | null;
  target_ids: string[];
  trace_id: string;
}

/** Reads the audit of this service. */
@Injectable()
export class AuditEntries {
  constructor(
    private readonly em: EntityManager,
    private readonly options: MessagingOptions,
  ) {}

  /** The newest entries about a member, at most 1,000. */
  async aboutMember(id: number): Promise<AuditEntry[]> {
    const { entries } = await this.list({ target_kind: 'member', target_id: String(id), limit: 1_000 });
    return entries;
  }

  /** Lists entries, newest first. */
  async list(query: ServiceAuditQuery): Promise<{ entries: AuditEntry[] }> {
    const service = AuditingService.parse(this.options.service);
    const conditions = conditionsOf(query, service);
    const rows = await this.em.fork().execute<Row[]>(
      `select id, at, actor_id, actor_kind, actor_role, action, target_kind, to_jsonb(target_ids) as target_ids, outcome,
         reason, trace_id, details
       from audit_entry where ${conditions.map(([sql]) => sql).join(' and ')} order by at desc, id desc limit ?`,
      [...conditions.flatMap(([, ...values]) => values), query.limit],
    );
    return { entries: rows.map((row) => toEntry(row, service)) };
  }
}

function conditionsOf(query: ServiceAuditQuery, service: AuditingService): Condition[] {
  const { actor, action, target_kind, target_id, outcome, from, to, before } = query;
  const equal = (column: string, value: string | undefined): Condition[] =>
    value === undefined ? [] : [[`${column} = ?`, value]];
  return [
    ['true'],
    ...equal('actor_id', actor),
    ...equal('action', action),
    ...equal('target_kind', target_kind),
    ...equal('outcome', outcome),
    ...(target_id === undefined ? [] : [['target_ids @> array[?::text]', target_id] satisfies Condition]),
    ...(from === undefined ? [] : [['at >= ?::timestamptz', from] satisfies Condition]),
    ...(to === undefined ? [] : [['at < ?::timestamptz', to] satisfies Condition]),
    ...(before === undefined ? [] : [after(before, service)]),
  ];
}

/** Condition of the entries of this service that come after a place of any service. */
function after(
  { at, service, id }: NonNullable<ServiceAuditQuery['before']>,
  own: AuditingService,
): Condition {
  if (own === service) {
    return ['(at, id) < (?::timestamptz, ?)', at, id];
  }
  return [own > service ? 'at <= ?::timestamptz' : 'at < ?::timestamptz', at];
}

function toEntry(row: Row, service: AuditingService): AuditEntry {
  return {
    service,
    id: row.id,
    at: new Date(row.at).toISOString(),
    actor: { id: row.actor_id, kind: row.actor_kind, role: row.actor_role },
    action: row.action,
    target: row.target_kind === null ? null : { kind: row.target_kind, ids: row.target_ids },
    outcome: row.outcome,
    reason: row.reason,
    trace_id: row.trace_id,
    details: row.details,
  };
}
