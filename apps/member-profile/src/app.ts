import { defineService } from '@warren/service';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';
import { ErasedIdentities } from './erasure/erased-identities.ts';
import { StoredFacets } from './members/facets/stored-facets.ts';
import { MemberRow } from './members/member.entity.ts';
import { SearchIndex } from './members/search/search-index.ts';
import { migrations } from './migrations/index.ts';
import { StoredThemes } from './themes/stored-themes.ts';

/** Starts member-profile: erased identities, the search index, stored facets and themes are up to date before messages are served. */
export const { createApp } = defineService({
  name: 'member-profile',
  entities: [MemberRow],
  migrations,
  module: (config: Config) => AppModule.forRoot(config),
  beforeMessages: async (app) => {
    await app.get(ErasedIdentities).syncAtStart();
    await app.get(SearchIndex).ensure();
    await app.get(StoredFacets).reindexStale();
    await app.get(StoredThemes).refreshStale();
  },
});
