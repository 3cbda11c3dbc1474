import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Question, QuestionQuery, questionsForViewers } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { RequiresRole } from '../access/requires-role.ts';
import { ApiProblems } from '../http/api-docs.ts';

/** REST routes below `/questions`. */
@ApiTags('questions')
@Controller('questions')
export class QuestionsController {
  constructor(private readonly requests: RequestClient) {}

  @Get()
  @RequiresRole('viewer', questionsForViewers)
  @ApiOperation({ summary: 'Questions, of all patterns or of one' })
  @ApiOkResponse({ standardSchema: Question, isArray: true })
  @ApiProblems(422, 503, 504)
  async list(@Query({ schema: QuestionQuery }) query: QuestionQuery): Promise<Question[]> {
    const { questions } = await this.requests.ask('questions.list', query);
    return questions;
  }
}
