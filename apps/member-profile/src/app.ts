import { defineService } from '@warren/service';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';
import { StoredFacets } from './facets/stored-facets.ts';
import { MemberRow } from './members/member.entity.ts';
import { SearchIndex } from './members/search-index.ts';
import { migrations } from './migrations/index.ts';

/** Starts member-profile: there is an index for searches, and facets are of the current vocabulary, before it takes messages. */
export const { createApp } = defineService({
  name: 'member-profile',
  entities: [MemberRow],
  migrations,
  module: (config: Config) => AppModule.forRoot(config),
  beforeMessages: async (app) => {
    await app.get(SearchIndex).ensure();
    await app.get(StoredFacets).bringUpToDate();
  },
});
