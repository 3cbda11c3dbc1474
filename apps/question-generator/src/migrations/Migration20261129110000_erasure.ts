import { Migration } from '@mikro-orm/migrations';
import { erasureTables } from '@warren/messaging';

/** Who was erased lately, by hashes. */
export class Migration20261129110000_erasure extends Migration {
  override up(): void {
    for (const statement of erasureTables) {
      this.addSql(statement);
    }
  }
}
