import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Constructor, Options } from '@mikro-orm/postgresql';
import type { Migration } from '@mikro-orm/migrations';
import { z } from 'zod';
import { importFromSource } from '@warren/servers';

const root = join(import.meta.dirname, '../../../..');

/** A service with tables: its schema, and the migrations that make it. */
export type ServiceTables = { schema: string; migrations: Constructor<Migration>[] };

/** Every service that has tables. */
export async function servicesWithTables(): Promise<ServiceTables[]> {
  const services: ServiceTables[] = [];
  const { messagingMigrations } = Messaging.parse(
    await importFromSource('libs/messaging/src/migrations/index.ts', {}),
  );
  const { inOrder } = Order.parse(await importFromSource('libs/service/src/migration-order.ts', {}));
  for (const app of (await readdir(join(root, 'apps'))).sort()) {
    const file = join('apps', app, 'src/migrations/index.ts');
    if (!existsSync(join(root, file))) continue;
    const { migrations } = Migrations.parse(await importFromSource(file, standIns));
    services.push({ schema: app.replaceAll('-', '_'), migrations: inOrder(migrations, messagingMigrations) });
  }
  return services;
}

/** What migrations take of libraries with decorators. */
const standIns = { '@warren/messaging': 'libs/messaging/src/migrations/tables.ts' };
const list = z.array(z.custom<Constructor<Migration>>((value) => typeof value === 'function'));
const Migrations = z.object({ migrations: list });
const Messaging = z.object({ messagingMigrations: list });
type InOrder = (
  own: readonly Constructor<Migration>[],
  messaging: readonly Constructor<Migration>[],
) => Constructor<Migration>[];
const Order = z.object({ inOrder: z.custom<InOrder>((value) => typeof value === 'function') });

/** What libs/service/src/database.module.ts makes of these: the settings with which a service opens its database. */
export type OrmOptions = (options: {
  url: string;
  schema: string;
  entities: [];
  migrations: readonly Constructor<Migration>[];
  idleTimeoutMs: number;
}) => Options;

/** A service's own way to its database. */
export async function ormOptionsOfServices(): Promise<OrmOptions> {
  return Module.parse(await importFromSource('libs/service/src/database.module.ts', {})).ormOptions;
}

const Module = z.object({ ormOptions: z.custom<OrmOptions>((value) => typeof value === 'function') });
