import { Migration } from '@mikro-orm/migrations';

/** Handled messages by age, of which the old ones are deleted. */
export class Migration20261130151000_messaging_retention extends Migration {
  override up(): void {
    this.addSql('create index if not exists inbox_message_handled_at on inbox_message (handled_at)');
  }

  override down(): void {
    this.addSql('drop index if exists inbox_message_handled_at');
  }
}
