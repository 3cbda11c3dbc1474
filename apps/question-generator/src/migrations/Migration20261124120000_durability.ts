import { Migration } from '@mikro-orm/migrations';
import { streamSeenTable } from '@warren/messaging';

/** State of the streams when last seen, to detect a lost stream. */
export class Migration20261124120000_durability extends Migration {
  override up(): void {
    this.addSql(streamSeenTable);
  }
}
