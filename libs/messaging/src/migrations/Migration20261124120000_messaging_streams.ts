import { Migration } from '@mikro-orm/migrations';
import { streamSeenTable } from './tables.ts';

/** What was seen of the streams, so that a stream that was lost is noticed. */
export class Migration20261124120000_messaging_streams extends Migration {
  override up(): void {
    this.addSql(streamSeenTable);
  }

  override down(): void {
    this.addSql('drop table if exists stream_seen');
  }
}
