import type { Migration } from '@mikro-orm/migrations';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Constructor } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  NatsConnectionManager,
  MessagingModule,
  MessagingOptions,
  ParkedMessages,
  Retention,
  Shutdown,
  armFailpoints,
  messagingEntities,
  messagingMigrations,
  parkedFigures,
  retentionFigures,
  serveMessages,
  currentRequest,
} from '@warren/messaging';
import { databaseModule, migrateAtStart } from './database.module.ts';
import type { DatabaseOptions } from './database.module.ts';
import { renamedVariables, workerTimes } from './environment.ts';
import type { EventServiceEnvironment } from './environment.ts';
import { HealthModule } from './health/health.module.ts';
import { inOrder } from './migration-order.ts';
import { lookUpReach } from './settings/reach.ts';
import { serviceLogger } from './start.ts';

/** Definition of a service with a database and events; all the rest follows from `defineService`. */
interface ServiceDefinition<Config extends EventServiceEnvironment> {
  /**
   * As its folder in `apps`, e.g. `question-generator`: queue group of its requests, prefix of its durable consumers,
   * source of its events, prefix of its log, and with `_` for `-` the PostgreSQL schema that it owns.
   */
  name: string;
  /** Entities of its own tables. */
  entities: Extract<DatabaseOptions['entities'], readonly unknown[]>;
  /** Migrations of these, named `Migration<YYYYMMDDhhmmss>_<what>`. */
  migrations: readonly Constructor<Migration>[];
  /** Module with its own controllers and providers. */
  module: (config: Config) => DynamicModule;
  /** Runs when its tables are migrated and its health is served, before it receives messages. */
  beforeMessages?: (app: NestFastifyApplication) => Promise<void>;
}

/** Service that can be started. */
export interface Service<Config> {
  /** Starts it: first migrates its tables, then serves health, then messages. */
  createApp: (config: Config) => Promise<NestFastifyApplication>;
}

/**
 * Builds a service with a database and events: its module and tables joined with those of messaging, health checks of
 * NATS, PostgreSQL and its own messages, and the order of its start.
 * @throws TypeError where its name or that of a migration is not valid
 */
export function defineService<Config extends EventServiceEnvironment>(
  definition: ServiceDefinition<Config>,
): Service<Config> {
  const { name, module, beforeMessages } = definition;
  const schema = schemaOf(name);
  const entities = [...definition.entities, ...messagingEntities];
  const migrations = inOrder(definition.migrations, messagingMigrations);

  const database = (config: Config): DatabaseOptions => ({
    url: config.DATABASE_URL,
    schema,
    entities,
    migrations,
    idleTimeoutMs: config.DATABASE_IDLE_TIMEOUT_MS,
    statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
    currentRequest,
  });

  const rootModule = (config: Config, receivesMessages: () => boolean): DynamicModule => {
    const own = module(config);
    const { ackWaitMs, heartbeatMs } = workerTimes(config);
    return {
      ...own,
      imports: [
        databaseModule(database(config)),
        MessagingModule.forEvents(
          MessagingOptions.of(name, config, {
            ackWaitMs,
            heartbeatMs,
            pollMs: config.POLL_MS,
            retainMessagesDays: config.RETAIN_MESSAGES_DAYS,
            retainAuditDays: config.RETAIN_AUDIT_DAYS,
          }),
        ),
        HealthModule.forRoot(
          [NatsConnectionManager, EntityManager, ParkedMessages],
          (nats: NatsConnectionManager, em: EntityManager, parked: ParkedMessages) => ({
            nats: () => nats.isUp(),
            database: async () => (await em.fork().execute('select 1')).length === 1,
            parked: async () => parked.notice(),
            // An orchestrator ends the replica before this one as soon as this one is ready.
            messages: receivesMessages,
          }),
          {
            inject: [ParkedMessages, Retention],
            useFactory: (parked: ParkedMessages, retention: Retention) => [
              ...parkedFigures(parked),
              ...retentionFigures(retention),
            ],
          },
        ),
        ...(own.imports ?? []),
      ],
    };
  };

  const createApp = async (config: Config): Promise<NestFastifyApplication> => {
    armFailpoints(config.WARREN_FAILPOINT);
    await lookUpReach({ HOST: config.HOST, PUBLISH_ON: config.PUBLISH_ON });
    let receivesMessages = false;
    const app = await NestFactory.create<NestFastifyApplication>(
      rootModule(config, () => receivesMessages),
      new FastifyAdapter(),
      { logger: serviceLogger(name, config.LOG_LEVEL, config.LOG_FORMAT), abortOnError: false },
    );
    const logger = new Logger('Configuration');
    for (const line of renamedVariables(config)) {
      logger.warn(line);
    }
    const server = app.getHttpAdapter().getInstance();
    app.get(Shutdown).register({ name: 'health', stopIntake: async () => server.close() });
    await migrateAtStart(database(config));
    await app.listen(config.HEALTH_PORT, config.HOST);
    await beforeMessages?.(app);
    await serveMessages(app, true);
    receivesMessages = true;
    return app;
  };

  return { createApp };
}

/**
 * @throws TypeError where `name` is not lower-case words with dashes: it is used unchanged in subjects and statements
 */
function schemaOf(name: string): string {
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name)) {
    throw new TypeError(`A service is named in lower case with dashes, as its folder in apps, not "${name}"`);
  }
  return name.replaceAll('-', '_');
}
