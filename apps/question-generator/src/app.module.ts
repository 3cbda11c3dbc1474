import { EntityManager } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Broker, MessagingModule, MessagingOptions, messagingEntities } from '@warren/messaging';
import { HealthModule, databaseModule } from '@warren/service';
import type { Config } from './config.ts';
import { migrations } from './migrations/index.ts';
import { QuestionRow } from './questions/question.entity.ts';
import { QuestionsController } from './questions/questions.controller.ts';
import { QuestionsService } from './questions/questions.service.ts';

/** The PostgreSQL schema of this service. */
export const schema = 'question_generator';

/** Questions, kept up to date with the patterns they come from. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        databaseModule({
          url: config.DATABASE_URL,
          schema,
          entities: [QuestionRow, ...messagingEntities],
          migrations,
          silenceMs: config.DATABASE_SILENCE_MS,
        }),
        MessagingModule.forEvents(
          new MessagingOptions({
            service: 'question-generator',
            servers: config.NATS_URL,
            ackWaitMs: config.ACK_WAIT_MS,
            heartbeatMs: config.HEARTBEAT_MS,
            pollMs: config.POLL_MS,
          }),
        ),
        HealthModule.forRoot([Broker, EntityManager], (broker: Broker, em: EntityManager) => ({
          nats: () => broker.isUp(),
          database: async () => (await em.fork().execute('select 1')).length === 1,
        })),
      ],
      controllers: [QuestionsController],
      providers: [QuestionsService],
    };
  }
}
