import { Migration } from '@mikro-orm/migrations';
import { erasureTables } from './tables.ts';

/** Recently erased members, by hashes. */
export class Migration20261129110000_messaging_erasures extends Migration {
  override up(): void {
    for (const statement of erasureTables) {
      this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql('drop table if exists erased_recently');
    this.addSql('drop index if exists parked_message_subject');
  }
}
