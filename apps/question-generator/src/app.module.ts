import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { QuestionErasure } from './questions/question-erasure.ts';
import { QuestionsController } from './questions/questions.controller.ts';
import { QuestionsService } from './questions/questions.service.ts';

/** Questions, kept up to date with the patterns they come from. */
@Module({})
export class AppModule {
  static forRoot(): DynamicModule {
    return {
      module: AppModule,
      controllers: [QuestionsController],
      providers: [QuestionsService, QuestionErasure],
    };
  }
}
