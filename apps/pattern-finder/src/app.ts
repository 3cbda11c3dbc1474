import { EntityManager } from '@mikro-orm/postgresql';
import { defineService } from '@warren/service';
import { AppModule, entities } from './app.module.ts';
import type { Config } from './config.ts';
import { migrations } from './migrations/index.ts';
import { bringCategoriesUpToDate } from './patterns/category-type.ts';

/** Starts the pattern-finder: its database knows every category before it takes messages. */
export const { createApp } = defineService({
  name: 'pattern-finder',
  entities,
  migrations,
  module: (config: Config) => AppModule.forRoot(config),
  beforeMessages: async (app) => bringCategoriesUpToDate(app.get(EntityManager).fork()),
});
