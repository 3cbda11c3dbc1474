import { Migration20261122000000_members } from './Migration20261122000000_members.ts';
import { Migration20261122120000_changes } from './Migration20261122120000_changes.ts';
import { Migration20261124120000_durability } from './Migration20261124120000_durability.ts';
import { Migration20261129110000_erasure } from './Migration20261129110000_erasure.ts';
import { Migration20261129120000_status_before } from './Migration20261129120000_status_before.ts';
import { Migration20261129130000_search } from './Migration20261129130000_search.ts';
import { Migration20261129150000_told_erasures } from './Migration20261129150000_told_erasures.ts';
import { Migration20261129160000_passages_before } from './Migration20261129160000_passages_before.ts';
import { Migration20261129160000_reader_stream } from './Migration20261129160000_reader_stream.ts';
import { Migration20261130120000_imports } from './Migration20261130120000_imports.ts';
import { Migration20261130130000_marking } from './Migration20261130130000_marking.ts';
import { Migration20261130152000_departures } from './Migration20261130152000_departures.ts';
import { Migration20261201000000_consents } from './Migration20261201000000_consents.ts';
import { Migration20261201131000_written } from './Migration20261201131000_written.ts';
import { Migration20261201150000_themes } from './Migration20261201150000_themes.ts';

/** All migrations, in order. */
export const migrations = [
  Migration20261122000000_members,
  Migration20261122120000_changes,
  Migration20261124120000_durability,
  Migration20261129110000_erasure,
  Migration20261129120000_status_before,
  Migration20261129130000_search,
  Migration20261129150000_told_erasures,
  Migration20261129160000_passages_before,
  Migration20261129160000_reader_stream,
  Migration20261130120000_imports,
  Migration20261130130000_marking,
  Migration20261130152000_departures,
  Migration20261201000000_consents,
  Migration20261201131000_written,
  Migration20261201150000_themes,
];
