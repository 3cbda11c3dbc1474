import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers, AuditEntries } from '@warren/messaging';
import { DeniedRequests } from './denied-requests.ts';

/** Answers for the audit of this service. */
@Controller()
export class AuditController {
  constructor(
    private readonly entries: AuditEntries,
    private readonly denied: DeniedRequests,
  ) {}

  @Answers('members.list-audit')
  async list(query: RequestOf<'members.list-audit'>): Promise<ReplyOf<'members.list-audit'>> {
    return this.entries.list(query);
  }

  @Answers('audit.record-denied')
  async recordDenied(request: RequestOf<'audit.record-denied'>): Promise<ReplyOf<'audit.record-denied'>> {
    return this.denied.record(request);
  }
}
