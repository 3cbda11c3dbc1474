import { Controller } from '@nestjs/common';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers } from '@warren/messaging';
import { MemberExportService } from './member-export.service.ts';

/** Answers what this service keeps of a member. */
@Controller()
export class MemberExportController {
  constructor(private readonly exports: MemberExportService) {}

  @Answers('patterns.export-member')
  async export(query: RequestOf<'patterns.export-member'>): Promise<ReplyOf<'patterns.export-member'>> {
    return this.exports.export(query);
  }
}
