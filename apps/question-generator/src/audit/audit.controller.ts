import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers, AuditEntries } from '@warren/messaging';

/** Answers for the audit of this service. */
@Controller()
export class AuditController {
  constructor(private readonly entries: AuditEntries) {}

  @Answers('questions.list-audit')
  async list(query: RequestOf<'questions.list-audit'>): Promise<ReplyOf<'questions.list-audit'>> {
    return this.entries.list(query);
  }
}
