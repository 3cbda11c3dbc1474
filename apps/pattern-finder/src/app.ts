import { MikroORM } from '@mikro-orm/postgresql';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveMessages } from '@warren/messaging';
import { migrate, serviceLogger } from '@warren/service';
import { AppModule, schema } from './app.module.ts';
import type { Config } from './config.ts';

/** Makes the service: tables up to date, health answered, messages served. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config),
    new FastifyAdapter(),
    {
      logger: serviceLogger('pattern-finder', config.LOG_LEVEL, config.LOG_FORMAT),
      abortOnError: false,
    },
  );
  await migrate(app.get(MikroORM), schema);
  await app.listen(config.HEALTH_PORT, config.HOST);
  await serveMessages(app, true);
  return app;
}
