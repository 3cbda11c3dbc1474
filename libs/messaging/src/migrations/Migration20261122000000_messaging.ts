import { Migration } from '@mikro-orm/migrations';
import { messagingTables } from './tables.ts';

/** Outbox, inbox, and the messages that fail or are parked. */
export class Migration20261122000000_messaging extends Migration {
  override up(): void {
    for (const statement of messagingTables) {
      this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql('drop table if exists outbox_message, inbox_message, failing_message, parked_message');
  }
}
