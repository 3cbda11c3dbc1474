import { Migration } from '@mikro-orm/migrations';
import { erasureTables } from '../tables.ts';

/** Who was erased lately, by hashes. */
export class Migration20261129110000_messaging_erasures extends Migration {
  override up(): void {
    for (const statement of erasureTables) {
      this.addSql(statement);
    }
  }
}
