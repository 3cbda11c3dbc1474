import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { RequestOf } from '@warren/contracts';
import { AuditLog, Inbox } from '@warren/messaging';

/** Records what the gateway, which has no tables, has denied. */
@Injectable()
export class DeniedRequests {
  constructor(
    private readonly inbox: Inbox,
    private readonly audit: AuditLog,
  ) {}

  /** Records each once, however often the message is sent. */
  async record({ id, tries }: RequestOf<'audit.record-denied'>): Promise<Record<string, never>> {
    await this.inbox.once(`denied ${id}`, async (em: EntityManager) => {
      for (const { trace_id: traceId, ...tried } of tries) {
        await this.audit.recordDenied(em, { ...tried, traceId });
      }
    });
    return {};
  }
}
