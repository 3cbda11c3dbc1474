import { Migration } from '@mikro-orm/migrations';

/** Published erasures, by keyed hashes of their events, for confirmation to consumers. */
export class Migration20261129150000_told_erasures extends Migration {
  override up(): void {
    this.addSql('create table told_erasure (hash text primary key, told_at timestamptz not null)');
    this.addSql('create index told_erasure_at on told_erasure (told_at)');
  }

  override down(): void {
    this.addSql('drop table told_erasure');
  }
}
