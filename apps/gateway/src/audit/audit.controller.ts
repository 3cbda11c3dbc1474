import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditPage, AuditQuery } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { placeIn } from './audit-cursor.ts';
import { mergeAudit } from './merge-audit.ts';

/** REST routes below `/audit`. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly requests: RequestClient) {}

  @Get()
  @RequiresRole('admin')
  @ApiOperation({
    summary: 'Who did what to what, when, and with what outcome, newest first',
    description:
      'Of all services together. What changes something is recorded with its effect, denied requests are counted by who ' +
      'sent them, route and minute. An erased member is named by a keyed hash.',
  })
  @ApiOkResponse({ standardSchema: AuditPage })
  @ApiProblems(422, 503, 504)
  async list(@Query({ schema: AuditQuery }) { cursor, ...query }: AuditQuery): Promise<AuditPage> {
    const asked = cursor === undefined ? query : { ...query, before: placeIn(cursor) };
    const parts = await Promise.all([
      this.requests.ask('members.list-audit', asked),
      this.requests.ask('patterns.list-audit', asked),
      this.requests.ask('questions.list-audit', asked),
    ]);
    return mergeAudit(
      parts.map(({ entries }) => entries),
      query.limit,
    );
  }
}
