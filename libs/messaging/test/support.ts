import { Migrator } from '@mikro-orm/migrations';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { EntityManager, MikroORM, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { INestApplication, LoggerService, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { PatternSaved } from '@warren/contracts';
import {
  MessagingModule,
  MessagingOptions,
  Outbox,
  messagingEntities,
  messagingMigrations,
  serveMessages,
} from '../src/index.ts';

/** Options of a test's service. */
interface TestService {
  nats: string;
  /** URL of a database for which `makeTables` was called; without one the service only sends and answers requests. */
  database?: string;
  service?: string;
  controllers?: Type[];
  times?: Partial<MessagingOptions>;
  /** Receives what the service logs. */
  lines?: string[];
}

/** Starts a Nest application around the library, as a service does. */
export async function startService(options: TestService): Promise<INestApplication> {
  const app = await createService(options);
  await serveMessages(app, options.database !== undefined);
  return app;
}

/** The same, not yet bound to NATS. */
export async function createService(options: TestService): Promise<INestApplication> {
  const { nats, database, service = 'tester', controllers = [], times = {}, lines = [] } = options;
  const messaging = new MessagingOptions({ service, servers: [nats], ...times });
  const stored = database === undefined ? undefined : await ormModule(database);

  @Module({
    imports: [
      stored === undefined ? MessagingModule.forRequests(messaging) : MessagingModule.forEvents(messaging),
      ...(stored === undefined ? [] : [stored]),
    ],
    controllers,
  })
  class AppModule {}

  const app = await NestFactory.create(AppModule, new FastifyAdapter(), {
    logger: new Lines(lines),
    abortOnError: false,
  });
  await app.init();
  return app;
}

async function ormModule(database: string) {
  return MikroOrmModule.forRoot({
    driver: PostgreSqlDriver,
    clientUrl: database,
    entities: messagingEntities,
    extensions: [Migrator],
    migrations: { migrationsList: messagingMigrations, snapshot: false, silent: true },
    allowGlobalContext: false,
    registerRequestContext: false,
    timezone: 'UTC',
  });
}

/** Makes the library's tables through a service's own connection. */
export async function makeTables(app: INestApplication): Promise<void> {
  await app.get(MikroORM).migrator.up();
}

/** A fresh EntityManager of the service. */
export function emOf(app: INestApplication): EntityManager {
  return app.get(EntityManager).fork();
}

/** Writes a `pattern.saved` for each id, all in one transaction. */
export async function savePatterns(app: INestApplication, ...ids: number[]): Promise<void> {
  await emOf(app).transactional(async (em) => {
    for (const id of ids) {
      app.get(Outbox).add(em, 'pattern.saved', patternSaved(id));
    }
    await em.flush();
  });
}

/** Number of rows that a query counts. */
export async function count(app: INestApplication, from: string): Promise<number> {
  const [row] = await emOf(app).execute<{ n: number }[]>(`select count(*)::int as n from ${from}`);
  return row?.n ?? 0;
}

/** The body of a `pattern.saved`. */
export function patternSaved(pattern_id: number): PatternSaved {
  return {
    pattern_id,
    name: `Pattern ${pattern_id}`,
    description: 'People who share a craft.',
    category: 'skill_cluster',
    member_count: 3,
    related_member_ids: [1, 2, 3],
    question_prompts: ['What brought you to this craft?', 'Who taught you?'],
    version: 1,
    change: 'created',
    run_id: 1,
  };
}

class Lines implements LoggerService {
  private readonly lines: string[];

  constructor(lines: string[]) {
    this.lines = lines;
  }

  log(message: unknown): void {
    this.lines.push(String(message));
  }

  warn(message: unknown): void {
    this.lines.push(String(message));
  }

  error(message: unknown): void {
    this.lines.push(String(message));
  }
}
