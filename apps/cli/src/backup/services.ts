import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Migration } from '@mikro-orm/migrations';
import type { Constructor, Options } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { importFromSource } from '@warren/servers';

const root = join(import.meta.dirname, '../../../..');

/** Service with tables: its schema, and its migrations. */
export interface ServiceTables {
  schema: string;
  migrations: Constructor<Migration>[];
}

/** Loads every service that has tables. */
export async function servicesWithTables(): Promise<ServiceTables[]> {
  const services: ServiceTables[] = [];
  const { messagingMigrations } = Messaging.parse(
    await importFromSource('libs/messaging/src/migrations/index.ts', {}),
  );
  const { inOrder } = Order.parse(await importFromSource('libs/service/src/migration-order.ts', {}));
  for (const app of (await readdir(join(root, 'apps'))).sort()) {
    const file = join('apps', app, 'src/migrations/index.ts');
    if (!existsSync(join(root, file))) {
      continue;
    }
    const { migrations } = Migrations.parse(await importFromSource(file, standIns));
    services.push({ schema: app.replaceAll('-', '_'), migrations: inOrder(migrations, messagingMigrations) });
  }
  return services;
}

/** Stand-ins for libraries with decorators, which Node cannot load from source. */
const standIns = { '@warren/messaging': 'libs/messaging/src/migrations/tables.ts' };
const list = z.array(z.custom<Constructor<Migration>>((value) => typeof value === 'function'));
const Migrations = z.object({ migrations: list });
const Messaging = z.object({ messagingMigrations: list });
type InOrder = (
  own: readonly Constructor<Migration>[],
  messaging: readonly Constructor<Migration>[],
) => Constructor<Migration>[];
const Order = z.object({ inOrder: z.custom<InOrder>((value) => typeof value === 'function') });

/** Function of libs/service/src/database.module.ts that makes the settings of a service's database connection. */
type OrmOptions = (options: {
  url: string;
  schema: string;
  entities: [];
  migrations: readonly Constructor<Migration>[];
  idleTimeoutMs: number;
}) => Options;

/** Loads the function with which services configure their database connections. */
export async function ormOptionsOfServices(): Promise<OrmOptions> {
  return Module.parse(await importFromSource('libs/service/src/database.module.ts', {})).ormOptions;
}

const Module = z.object({ ormOptions: z.custom<OrmOptions>((value) => typeof value === 'function') });
