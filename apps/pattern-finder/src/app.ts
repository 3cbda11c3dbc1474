import { defineService } from '@warren/service';
import { AppModule, entities } from './app.module.ts';
import type { Config } from './config.ts';
import { migrations } from './migrations/index.ts';

/** Starts the pattern-finder. */
export const { createApp } = defineService({
  name: 'pattern-finder',
  entities,
  migrations,
  module: (config: Config) => AppModule.forRoot(config),
});
