import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import type { MikroORM, Options } from '@mikro-orm/postgresql';
import type { DynamicModule } from '@nestjs/common';
import { DiscreetDriver } from './discreet-driver.ts';

/** What a service says of its database. */
export interface DatabaseOptions {
  /** `DATABASE_URL`. */
  url: string;
  /** PostgreSQL schema this service owns; no other reads it. */
  schema: string;
  entities: NonNullable<Options['entities']>;
  /** Folder of the service's migrations. */
  migrations: string;
}

/** MikroORM's settings for one service: its own schema in the shared database, found by search path. */
export function ormOptions({ url, schema, entities, migrations }: DatabaseOptions) {
  return defineConfig({
    driver: DiscreetDriver,
    clientUrl: url,
    entities,
    extensions: [Migrator],
    migrations: {
      path: migrations,
      glob: '!(*.d).{js,ts}',
      tableName: `${schema}.migration`,
      snapshot: false,
      silent: true,
    },
    // Unqualified names, in statements and in migrations, mean this service's own tables.
    driverOptions: { options: `-c search_path=${schema}`, application_name: schema },
    pool: { min: 0, max: 20 },
    allowGlobalContext: false,
    ensureDatabase: false,
    timezone: 'UTC',
  });
}

/** Connects a service to its schema. The request context covers HTTP only, so none is registered: handlers fork. */
export function databaseModule(options: DatabaseOptions): DynamicModule | Promise<DynamicModule> {
  return MikroOrmModule.forRoot({ ...ormOptions(options), registerRequestContext: false });
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
