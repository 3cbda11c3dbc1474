import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EmptyCells, ImportAnswer, memberContentTypes, memberFormatsInWords } from '@warren/contracts';
import { ApiProblems } from '../../http/api-docs.ts';
import { streamedBody } from '../../http/bodies/bodies.ts';
import { MemberImport } from './member-import.ts';
import { uploadFormat } from './upload-format.ts';
import { Uploads } from './uploads.ts';

const ImportQuery = z.object({
  absent: z
    .enum(['keep', 'cancel'])
    .default('keep')
    .describe('cancel: members who are not in the file are marked as cancelled, for nightly exports'),
  confirm: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe(
      'With absent=cancel: how many members are to be cancelled, as the answer before told it; needed where they are ' +
        'more than a fifth of all',
    ),
  empty: EmptyCells.default('keep').describe(
    'What an empty cell does to a field that is filled: keep leaves it, clear empties it. A column that is not in the ' +
      'file changes nothing either way, and ids, membership_status and is_public are never cleared',
  ),
});
type ImportQuery = z.infer<typeof ImportQuery>;

/** REST route `POST /members/import`: imports a file of members. */
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
    description:
      'Members are told apart by external_id, else by email. What the file does not speak of stays as it is. A bad ' +
      'line never loses a good one, and a bad field never its member.',
  })
  @ApiConsumes(...memberContentTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: ImportAnswer })
  @ApiProblems(400, 408, 413, 415, 422, 503, 504)
  async import(
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportAnswer> {
    const format = uploadFormat(request);
    return this.uploads.receive(request, async (source) => this.importing.run(source, format, query));
  }
}
