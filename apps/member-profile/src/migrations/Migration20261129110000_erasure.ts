import { Migration } from '@mikro-orm/migrations';

/** Erased people, by keyed hashes, and the consumers of erasures. */
export class Migration20261129110000_erasure extends Migration {
  override up(): void {
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
    this.addSql('drop table erased_identity, erasure_reader');
  }
}
