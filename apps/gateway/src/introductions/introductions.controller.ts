import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Introduction,
  IntroductionNotFound,
  IntroductionPage,
  IntroductionPatch,
  IntroductionQuery,
} from '@warren/contracts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { idOf } from '../http/validation.ts';
import { Introductions } from './introductions.ts';

const IntroductionId = idOf((id) => IntroductionNotFound.of(id));

/** REST routes below `/introductions`. An introduction names two people: none of it is for viewers. */
@ApiTags('introductions')
@Controller('introductions')
export class IntroductionsController {
  constructor(private readonly introductions: Introductions) {}

  @Get()
  @RequiresRole('operator')
  @ApiOperation({
    summary: 'Introductions of members, greatest need first, page by page',
    description: 'The need is the greater, the fewer members have it for each who looks for it.',
  })
  @ApiOkResponse({ standardSchema: IntroductionPage })
  @ApiProblems(422, 503, 504)
  async list(@Query({ schema: IntroductionQuery }) query: IntroductionQuery): Promise<IntroductionPage> {
    return this.introductions.page(query);
  }

  @Get(':id')
  @RequiresRole('operator')
  @ApiOperation({ summary: 'One introduction' })
  @ApiOkResponse({ standardSchema: Introduction })
  @ApiProblems(404, 422, 503, 504)
  async get(@Param('id', { schema: IntroductionId }) id: number): Promise<Introduction> {
    return this.introductions.get(id);
  }

  @Patch(':id')
  @RequiresRole('operator')
  @ApiOperation({
    summary: 'What came of an introduction',
    description:
      'declined: another member is proposed for the need; not_again: the two are never proposed to each other again.',
  })
  @ApiOkResponse({ standardSchema: Introduction })
  @ApiProblems(400, 404, 413, 415, 422, 503, 504)
  async patch(
    @Param('id', { schema: IntroductionId }) id: number,
    @Body({ schema: IntroductionPatch }) patch: IntroductionPatch,
  ): Promise<Introduction> {
    return this.introductions.patch(id, patch);
  }
}
