import { Migration20261122000000_messaging } from './Migration20261122000000_messaging.ts';
import { Migration20261124120000_messaging_streams } from './Migration20261124120000_messaging_streams.ts';
import { Migration20261129110000_messaging_erasures } from './Migration20261129110000_messaging_erasures.ts';
import { Migration20261130150000_messaging_audit } from './Migration20261130150000_messaging_audit.ts';
import { Migration20261130151000_messaging_retention } from './Migration20261130151000_messaging_retention.ts';

/**
 * The messaging library's own tables, first to last, in the schema of every service with events: `defineService` runs
 * them among the service's own by the time in their names, and each database records them. A change is one more entry;
 * it must not assume that the service has rows.
 */
export const messagingMigrations = [
  Migration20261122000000_messaging,
  Migration20261124120000_messaging_streams,
  Migration20261129110000_messaging_erasures,
  Migration20261130150000_messaging_audit,
  Migration20261130151000_messaging_retention,
];
