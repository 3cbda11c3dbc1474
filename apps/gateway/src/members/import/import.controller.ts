import { ImportAnswer, memberContentTypes, memberFormatsInWords } from '@warren/contracts';
import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { streamedBody } from '../../http/bodies.ts';
import { Fails } from '../../http/documented.ts';
import { MemberImport } from './member-import.ts';
import { uploadFormat } from './upload.ts';
import { Uploads } from './uploads.ts';

const ImportQuery = z.object({
  absent: z
    .enum(['keep', 'cancel'])
    .default('keep')
    .describe('cancel: members who are not in the file are marked as cancelled, for nightly exports'),
});
type ImportQuery = z.infer<typeof ImportQuery>;

/** `POST /members/import`: a file of members. */
@ApiTags('members')
@Controller('members')
export class ImportController {
  constructor(
    private readonly importing: MemberImport,
    private readonly uploads: Uploads,
  ) {}

  @Post('import')
  @HttpCode(200)
  @RouteConfig(streamedBody)
  @ApiOperation({
    summary: `Import members from ${memberFormatsInWords}`,
    description: 'Members are told apart by external_id, else by email. A bad line never loses a good one.',
  })
  @ApiConsumes(...memberContentTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: ImportAnswer })
  @Fails(400, 408, 413, 415, 422, 503, 504)
  async import(
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportAnswer> {
    const format = uploadFormat(request);
    return this.uploads.take(request, async (source) =>
      this.importing.run(source, format, query.absent === 'cancel'),
    );
  }
}
