import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Question, QuestionQuery, questionsForViewers } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { principalOf } from '../access/access.guard.ts';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';
import { ViewablePatterns } from '../patterns/viewable-patterns.ts';

/** REST routes below `/questions`. */
@ApiTags('questions')
@Controller('questions')
export class QuestionsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly viewable: ViewablePatterns,
  ) {}

  @Get()
  @RequiresRole('viewer', questionsForViewers)
  @ApiOperation({ summary: 'Questions, of all patterns or of one' })
  @ApiOkResponse({ standardSchema: Question, isArray: true })
  @ApiProblems(422, 503, 504)
  async list(
    @Query({ schema: QuestionQuery }) query: QuestionQuery,
    @Req() request: FastifyRequest,
  ): Promise<Question[]> {
    const { questions } = await this.requests.ask('questions.list', query);
    return this.viewable.questions(questions, principalOf(request));
  }
}
