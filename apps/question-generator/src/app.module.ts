import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AuditController } from './audit/audit.controller.ts';
import { QuestionEraser } from './questions/question-erasure.ts';
import { QuestionExport } from './questions/question-export.ts';
import { QuestionsController } from './questions/questions.controller.ts';
import { QuestionsService } from './questions/questions.service.ts';

/** Keeps the questions of patterns up to date. */
@Module({})
export class AppModule {
  static forRoot(): DynamicModule {
    return {
      module: AppModule,
      controllers: [QuestionsController, AuditController],
      providers: [QuestionsService, QuestionEraser, QuestionExport],
    };
  }
}
