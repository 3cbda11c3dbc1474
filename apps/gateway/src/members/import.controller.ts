import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ImportAnswer, ImportPreview, memberContentTypes, memberFormatsInWords } from '@warren/contracts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { streamedBody } from '../http/bodies/bodies.ts';
import { longAddress } from '../http/protocol-errors.ts';
import { ImportQuery } from './import/import-wishes.ts';
import { MemberImport } from './import/member-import.ts';
import { checkUpload } from './import/upload-type.ts';
import { Uploads } from './import/uploads.ts';
import { MemberPreview } from './preview/member-preview.ts';

/** REST route `POST /members/import`: imports a file of members. */
@ApiTags('members')
@Controller('members')
export class ImportController {
  constructor(
    private readonly importing: MemberImport,
    private readonly previewing: MemberPreview,
    private readonly uploads: Uploads,
  ) {}

  @Post('import')
  @RequiresRole('operator')
  @HttpCode(200)
  @RouteConfig({ ...streamedBody, ...longAddress })
  @ApiOperation({
    summary: `Import members from ${memberFormatsInWords}`,
    description:
      'Members are told apart by external_id, else by email. What the file does not speak of stays as it is. A bad ' +
      'line never loses a good one, and a bad field never its member. With dry_run=true nothing is stored: the answer is ' +
      'an ImportPreview. Every import can be undone while it is one of the newest: POST /imports/{id}/undo.',
  })
  @ApiConsumes(...memberContentTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: z.union([ImportAnswer, ImportPreview]) })
  @ApiProblems(400, 408, 413, 415, 422, 503, 504)
  async import(
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportAnswer | ImportPreview> {
    checkUpload(request);
    const { dry_run, ...wishes } = query;
    return this.uploads.receive(request, async (source) =>
      dry_run === 'true' ? this.previewing.run(source, wishes) : this.importing.run(source, wishes),
    );
  }
}
