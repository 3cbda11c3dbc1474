import { Migration } from '@mikro-orm/migrations';
import { streamSeenTable } from '@warren/messaging';

/** Idempotency keys of clients, and the last seen state of the streams. */
export class Migration20261124120000_durability extends Migration {
  override up(): void {
    this.addSql(`create table idempotency_key (
      key varchar(255) primary key,
      request text not null,
      run_id integer not null references run (id) on delete cascade,
      created_at timestamptz not null
    )`);
    this.addSql('create index idempotency_key_age on idempotency_key (created_at)');
    this.addSql(streamSeenTable);
  }
}
