import { EntityManager } from '@mikro-orm/postgresql';
import { defineService } from '@warren/service';
import { AppModule, entities } from './app.module.ts';
import type { Config } from './config.ts';
import { migrations } from './migrations/index.ts';
import { addMissingCategories } from './patterns/category-type.ts';

/** Starts the pattern-finder; missing categories are added to the database before it handles messages. */
export const { createApp } = defineService({
  name: 'pattern-finder',
  entities,
  migrations,
  module: (config: Config) => AppModule.forRoot(config),
  beforeMessages: async (app) => addMissingCategories(app.get(EntityManager).fork()),
});
