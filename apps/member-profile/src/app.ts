import { MikroORM } from '@mikro-orm/postgresql';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveMessages } from '@warren/messaging';
import { migrate, serviceLogger } from '@warren/service';
import { AppModule, schema } from './app.module.ts';
import type { Config } from './config.ts';
import { StoredFacets } from './facets/stored-facets.ts';

/** Starts member-profile: tables first, then facets of the current vocabulary, then requests. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config),
    new FastifyAdapter(),
    { logger: serviceLogger('member-profile', config.LOG_LEVEL, config.LOG_FORMAT), abortOnError: false },
  );
  await migrate(app.get(MikroORM), schema);
  await app.listen(config.HEALTH_PORT, config.HOST);
  await app.get(StoredFacets).bringUpToDate();
  await serveMessages(app, true);
  return app;
}
