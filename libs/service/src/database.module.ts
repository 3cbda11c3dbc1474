import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Migrator } from '@mikro-orm/migrations';
import type { Migration } from '@mikro-orm/migrations';
import { EntityManager, defineConfig } from '@mikro-orm/postgresql';
import type { Constructor, MikroORM, Options } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';
import { boundStatements } from './bounded-statements.ts';
import type { RequestContext } from './bounded-statements.ts';
import { releaseLeakedClients } from './leaked-clients.ts';
import { RedactingPostgreSqlDriver } from './redacting-driver.ts';
import { RetryingEntityManager } from './retrying-entity-manager.ts';

/** How long pg keeps a connection that nobody uses. */
const idleMs = 10_000;
/** How often PostgreSQL looks, while a statement runs, whether its client is still there. */
const lookForClientMs = 2_000;

/** What a service says of its database. */
export interface DatabaseOptions {
  /** `DATABASE_URL`. */
  url: string;
  /** PostgreSQL schema this service owns; no other reads it. */
  schema: string;
  entities: NonNullable<Options['entities']>;
  /** The service's migrations, first to last; a class is known by its name to a database that has it. */
  migrations: readonly Constructor<Migration>[];
  /** `DATABASE_IDLE_TIMEOUT_MS`. */
  idleTimeoutMs?: number;
  /** Who waits for what is being done: no statement outlives him. Nobody by default. */
  currentRequest?: () => RequestContext | undefined;
}

/** MikroORM's settings for one service: its own schema in the shared database, found by search path. */
export function ormOptions({
  url,
  schema,
  entities,
  migrations,
  idleTimeoutMs = 60_000,
  currentRequest = () => undefined,
}: DatabaseOptions) {
  return defineConfig({
    driver: RedactingPostgreSqlDriver,
    entityManager: RetryingEntityManager,
    clientUrl: url,
    entities,
    extensions: [Migrator],
    migrations: {
      migrationsList: [...migrations],
      tableName: `${schema}.migration`,
      snapshot: false,
      silent: true,
    },
    driverOptions: {
      // Unqualified names, in statements and in migrations, mean this service's own tables. A transaction whose client
      // went silent is undone by the server: else its locks would stand until TCP gives the connection up, after hours.
      options: `-c search_path=${schema} -c idle_in_transaction_session_timeout=${idleTimeoutMs}`,
      application_name: schema,
      stream: () => listeningFor(idleTimeoutMs),
      onConnect: noteDeparture,
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
 * A socket that ends where nothing is heard for so long. A connection whose other end went away without a word, as with
 * a machine that lost its power, would otherwise be waited on for ever.
 */
function listeningFor(idleTimeoutMs: number): Socket {
  const socket = new Socket();
  const silent = new Error(
    `Connection terminated: nothing was heard from PostgreSQL for ${idleTimeoutMs} ms`,
  );
  return socket.setTimeout(idleTimeoutMs, () => socket.destroy(silent));
}

/**
 * Has PostgreSQL end a statement whose client is gone, as when the service was killed; else it would go on to its end.
 * Where the server's system cannot tell, statements end by their time alone.
 */
async function noteDeparture(client: PoolClient): Promise<void> {
  await client.query(`set client_connection_check_interval = ${lookForClientMs}`).catch(() => undefined);
}

class DatabaseModule {}
// Called as a function: programs run this file from source, where Node takes no decorators.
Module({})(DatabaseModule);

/** Connects a service to its schema. The request context covers HTTP only, so none is registered: handlers fork. */
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

/** Makes the schema and brings its tables up to date; several replicas may do so at once. */
export async function migrate(orm: MikroORM, schema: string): Promise<void> {
  const em = orm.em.fork();
  await em.transactional(async (tx) => {
    await tx.execute('select pg_advisory_xact_lock(hashtext(?))', [`migrate ${schema}`]);
    await orm.em.fork().execute(`create schema if not exists ${schema}`);
    await orm.migrator.up();
  });
}
