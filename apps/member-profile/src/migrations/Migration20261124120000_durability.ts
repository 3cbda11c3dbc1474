import { Migration } from '@mikro-orm/migrations';
import { streamSeenTable } from '@warren/messaging';

/** What was seen of the streams, so that a stream that was lost is noticed. */
export class Migration20261124120000_durability extends Migration {
  override up(): void {
    this.addSql(streamSeenTable);
  }

  override down(): void {
    this.addSql('drop table if exists stream_seen');
  }
}
