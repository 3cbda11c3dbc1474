import { Migration } from '@mikro-orm/migrations';
import { erasureTables } from '@warren/messaging';

/** Who was erased, by keyed hashes, and who hears of erasures. */
export class Migration20261129110000_erasure extends Migration {
  override up(): void {
    for (const statement of erasureTables) {
      this.addSql(statement);
    }
    this.addSql(`create table erased_identity (
      hash text primary key,
      person text not null,
      key_id text not null,
      erased_at timestamptz not null
    )`);
    this.addSql('create index erased_identity_person on erased_identity (person)');
    this.addSql('create table erasure_reader (name text primary key, seen_at timestamptz not null)');
  }

  override down(): void {
    this.addSql('drop table erased_identity, erasure_reader, erased_recently');
    this.addSql('drop index parked_message_subject');
  }
}
