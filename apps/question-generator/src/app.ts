import { defineService } from '@warren/service';
import { AppModule } from './app.module.ts';
import { migrations } from './migrations/index.ts';
import { QuestionRow } from './questions/question.entity.ts';

/** Starts question-generator. */
export const { createApp } = defineService({
  name: 'question-generator',
  entities: [QuestionRow],
  migrations,
  module: () => AppModule.forRoot(),
});
