import { Migration } from '@mikro-orm/migrations';
import { streamSeenTable } from './tables.ts';

/** Last seen state of the streams, so that a lost stream is detected. */
export class Migration20261124120000_messaging_streams extends Migration {
  override up(): void {
    this.addSql(streamSeenTable);
  }

  override down(): void {
    this.addSql('drop table if exists stream_seen');
  }
}
