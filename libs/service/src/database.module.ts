import { Socket } from 'node:net';
import { Migrator } from '@mikro-orm/migrations';
import type { Migration } from '@mikro-orm/migrations';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { EntityManager, MikroORM, defineConfig } from '@mikro-orm/postgresql';
import type { Constructor, Options } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { boundStatements } from './bounded-statements.ts';
import type { RequestContext } from './bounded-statements.ts';
import { releaseLeakedClients } from './leaked-clients.ts';
import { postgresConnection } from './postgres-tls.ts';
import { RedactingPostgreSqlDriver } from './redacting-driver.ts';
import { RetryingEntityManager } from './retrying-entity-manager.ts';

/** Time that pg keeps an unused connection. */
const idleMs = 10_000;
/** Interval at which PostgreSQL checks, while a statement runs, that its client is still connected. */
const clientCheckMs = 2_000;

/** Options of a service's database. */
export interface DatabaseOptions {
  /** `DATABASE_URL`. */
  url: string;
  /** PostgreSQL schema that this service owns; no other reads it. */
  schema: string;
  entities: NonNullable<Options['entities']>;
  /** Migrations of the service, first to last; a database knows those it has by the name of the class. */
  migrations: readonly Constructor<Migration>[];
  /** `DATABASE_IDLE_TIMEOUT_MS`. */
  idleTimeoutMs?: number;
  /** `STATEMENT_TIMEOUT_MS`; 0: none, which is the default. */
  statementTimeoutMs?: number;
  /** Returns the request that the current work belongs to: no statement outlives it. None by default. */
  currentRequest?: () => RequestContext | undefined;
}

/** MikroORM's options for one service: its own schema in the shared database, found by search path. */
export function ormOptions({
  url,
  schema,
  entities,
  migrations,
  idleTimeoutMs = 60_000,
  statementTimeoutMs = 0,
  currentRequest = () => undefined,
}: DatabaseOptions) {
  const { url: clientUrl, ssl } = postgresConnection(url);
  const settings = {
    // Unqualified names, in statements and in migrations, mean this service's own tables.
    search_path: schema,
    // Compiling a statement takes longer than any of the services' statements gains by it, and is done anew each time.
    jit: 'off',
    // A transaction of a silent client is rolled back by the server: else its locks would be held until TCP closes the
    // connection, after hours.
    idle_in_transaction_session_timeout: idleTimeoutMs,
    statement_timeout: statementTimeoutMs,
    // A wait for a lock is silent: it ends, with its own error, before the connection does.
    lock_timeout: Math.floor((idleTimeoutMs * 5) / 6),
  };
  return defineConfig({
    driver: RedactingPostgreSqlDriver,
    entityManager: RetryingEntityManager,
    clientUrl,
    entities,
    extensions: [Migrator],
    migrations: {
      migrationsList: [...migrations],
      tableName: `${schema}.migration`,
      snapshot: false,
      silent: true,
    },
    driverOptions: {
      options: Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      ...(ssl !== undefined && { ssl }),
      application_name: schema,
      stream: () => idleSocket(idleTimeoutMs),
      onConnect: checkForClient,
      onPoolCreated: (pool: Pool) => {
        releaseLeakedClients(pool);
        boundStatements(pool, currentRequest);
      },
    },
    pool: { min: 0, max: 20, idleTimeoutMillis: Math.min(idleMs, idleTimeoutMs / 2) },
    allowGlobalContext: false,
    ensureDatabase: false,
    timezone: 'UTC',
  });
}

/**
 * Socket that closes after a time without traffic. A connection whose other end vanished silently, as with a machine that
 * lost its power, would otherwise be waited for without a limit.
 */
function idleSocket(idleTimeoutMs: number): Socket {
  const socket = new Socket();
  const timedOut = new Error(`Connection terminated: no traffic from PostgreSQL for ${idleTimeoutMs} ms`);
  return socket.setTimeout(idleTimeoutMs, () => socket.destroy(timedOut));
}

/**
 * Lets PostgreSQL end a statement whose client is gone, e.g. because the service was killed; else it would run to its
 * end. Where the server's system cannot detect that, statements end by their timeout only.
 */
async function checkForClient(client: PoolClient): Promise<void> {
  await client.query(`set client_connection_check_interval = ${clientCheckMs}`).catch(() => undefined);
}

class DatabaseModule {}
// Called as a function: programs run this file from source, where Node does not support decorators.
Module({})(DatabaseModule);

/** Nest module of a service's database. MikroORM's request context covers HTTP only, so none is registered: handlers fork. */
export function databaseModule(options: DatabaseOptions): DynamicModule {
  return {
    module: DatabaseModule,
    global: true,
    imports: [MikroOrmModule.forRoot({ ...ormOptions(options), registerRequestContext: false })],
    // Under the name by which services inject it, which Nest's module knows only for MikroORM's own class.
    providers: [{ provide: EntityManager, useExisting: RetryingEntityManager }],
    exports: [EntityManager],
  };
}

/** A migration may take as long as it takes. */
const dayMs = 24 * 60 * 60_000;

/** Migrates a service's tables at its start, on connections of its own, which no timeout ends. */
export async function migrateAtStart(options: DatabaseOptions): Promise<void> {
  const settings = ormOptions({ ...options, entities: [], idleTimeoutMs: dayMs, statementTimeoutMs: 0 });
  const orm = await MikroORM.init({
    ...settings,
    discovery: { ...settings.discovery, warnWhenNoEntities: false },
  });
  try {
    await migrate(orm, options.schema);
  } finally {
    await orm.close(true);
  }
}

/** Creates the schema and migrates its tables; several replicas may do so at once. */
export async function migrate(orm: MikroORM, schema: string): Promise<void> {
  const em = orm.em.fork();
  await em.transactional(async (tx) => {
    await tx.execute('select pg_advisory_xact_lock(hashtext(?))', [`migrate ${schema}`]);
    // Where each service has a role of its own, it may not create schemas: not even `if not exists` one that exists.
    const [known] = await tx.execute('select from pg_namespace where nspname = ?', [schema]);
    if (known === undefined) {
      await orm.em.fork().execute(`create schema if not exists ${schema}`);
    }
    await orm.migrator.up();
  });
}
